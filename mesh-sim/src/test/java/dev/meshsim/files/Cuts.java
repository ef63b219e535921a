package dev.meshsim.files;

import java.util.ArrayList;
import java.util.List;

/**
 * The disks that a run leaves if it is cut, one for each mode at each of its operations. A process
 * that ends does nothing more, so one run that goes through shows them all.
 */
final class Cuts {

  /**
   * One cut.
   *
   * @param mode how the process ends
   * @param fault the operation at which it ends, in words
   * @param left the disk that the next process finds
   */
  record Cut(FaultMode mode, String fault, DiskModel left) {}

  private final List<FaultMode> modes;
  private final List<Cut> all = new ArrayList<>();

  /** Keeps the cuts in these modes, each of which ends the process. */
  Cuts(List<FaultMode> modes) {
    if (!modes.stream().allMatch(FaultMode::endsProcess)) {
      throw new IllegalArgumentException("after one of " + modes + " the process goes on");
    }
    this.modes = List.copyOf(modes);
  }

  /** All cuts so far, in the order of the operations. */
  List<Cut> all() {
    return all;
  }

  /** Notes an operation that is not a write, before it happens. */
  void before(String operation, DiskModel disk) {
    modes.forEach(mode -> add(mode, operation, disk.copy()));
  }

  /** Notes a write, before it happens. */
  void beforeWrite(
      String operation, DiskModel disk, DiskModel.Node node, byte[] octets, int position) {
    for (FaultMode mode : modes) {
      int length = mode.part(octets.length);
      add(mode, operation, disk.copyAfterPart(node, octets, length, position));
    }
  }

  private void add(FaultMode mode, String operation, DiskModel left) {
    mode.cut(left);
    all.add(new Cut(mode, operation, left));
  }
}
