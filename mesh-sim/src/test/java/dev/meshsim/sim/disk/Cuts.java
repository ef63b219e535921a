package dev.meshsim.sim.disk;

import java.util.ArrayList;
import java.util.List;

/**
 * The disks that a run leaves if it is cut, one for each mode at each of its operations. A process
 * that ends does nothing more, so one run that goes through shows them all.
 */
final class Cuts implements DiskWatch {

  /**
   * One cut.
   *
   * @param mode how the process ends
   * @param fault the operation at which it ends, in words
   * @param left the disk that the next process finds
   */
  record Cut(FaultMode mode, String fault, DiskModel left) {}

  private static final int EVERY = -1;

  private final List<FaultMode> modes;
  private final int only;
  private final List<Cut> all = new ArrayList<>();

  /** Keeps the cuts in these modes, each of which ends the process, at every operation. */
  Cuts(List<FaultMode> modes) {
    this(modes, EVERY);
  }

  /** Keeps the cuts in these modes at one operation. */
  Cuts(List<FaultMode> modes, int only) {
    this.only = only;
    if (!modes.stream().allMatch(FaultMode::endsProcess)) {
      throw new IllegalArgumentException("after one of " + modes + " the process goes on");
    }
    this.modes = List.copyOf(modes);
  }

  /** All cuts so far, in the order of the operations. */
  List<Cut> all() {
    return all;
  }

  @Override
  public void before(int number, String operation, DiskModel disk) {
    if (isKept(number)) {
      modes.forEach(mode -> add(mode, operation, disk.copy()));
    }
  }

  private boolean isKept(int number) {
    return only == EVERY || number == only;
  }

  @Override
  public void beforeWrite(
      int number, String operation, DiskModel disk, DiskNode node, byte[] octets, int position) {
    if (!isKept(number)) {
      return;
    }
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
