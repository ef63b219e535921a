package dev.meshsim.sim.disk;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.files.DurableFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The disk of one machine or portal, which goes on when a program ends and another one starts. A
 * store that stands on {@link #files()} meets the faults that were planned.
 */
public final class SimulatedDisk {

  private static final int BITS = Byte.SIZE;

  private final Path root;
  private final DiskFaults faults;
  private FaultyFiles files;

  /**
   * An empty disk.
   *
   * @param root the only directory that is there
   * @param happened receives each fault when it takes effect
   */
  public SimulatedDisk(Path root, Consumer<FaultMode> happened) {
    this.root = root;
    this.faults = new DiskFaults(happened);
    this.files = FaultyFiles.with(root, faults);
  }

  /** A bit of a file that is wrong, and the disk before it went wrong. */
  public static final class Rot {
    private final Path file;
    private final DiskModel before;

    private Rot(Path file, DiskModel before) {
      this.file = file;
      this.before = before;
    }

    /** The file that has the bit. */
    public Path file() {
      return file;
    }
  }

  /** The files as the program has them that runs now. */
  public DurableFiles files() {
    return files;
  }

  /** The faults that wait for its operations. */
  public DiskFaults faults() {
    return faults;
  }

  /** True if the program failed to change the disk, so that its store takes no further change. */
  public boolean failed() {
    return files.fired();
  }

  /** True if a fault has ended the program. */
  public boolean crashed() {
    return files.crashed();
  }

  /**
   * Another program starts.
   *
   * @param killed true if the one before was killed and the power failed then, so that nothing is
   *     left that was not forced. A fault of the disk that ended it decides that itself
   */
  public void restart(boolean killed) {
    files = killed && !files.crashed() ? files.afterPowerCut(faults) : files.restart(faults);
  }

  /**
   * Opens a store on the files. An opening that a planned fault ends or fails is tried again by the
   * next program.
   */
  public <T> T open(Function<DurableFiles, T> opening) {
    while (true) {
      boolean before = files.fired();
      try {
        return opening.apply(files);
      } catch (SimulatedCrash | RuntimeException e) {
        if (before || !files.fired()) {
          throw e;
        }
        restart(false);
      }
    }
  }

  /** Lets somebody write to the store who is not its program, such as a person with a backup. */
  public void undisturbed(Runnable work) {
    faults.suspendedDuring(work);
  }

  /** Removes all files, for another program. */
  public void wipe() {
    files = FaultyFiles.with(root, faults);
  }

  /** The content of each file, sorted by its name. */
  public SortedMap<Path, Bytes> content() {
    SortedMap<Path, Bytes> all = new TreeMap<>();
    files
        .left()
        .names()
        .forEach(
            (name, node) -> {
              if (!node.isDirectory()) {
                all.put(name, Bytes.of(node.seen()));
              }
            });
    return all;
  }

  /**
   * Turns one bit of one file over; the program that runs must have ended. The next one finds it.
   *
   * @param number the bit, counted through all files; those after the last begin again
   * @throws IllegalStateException if no file has content
   */
  public Rot rot(long number) {
    DiskModel before = files.left();
    DiskModel after = before.copy();
    List<Map.Entry<Path, DiskNode>> nodes = new ArrayList<>(after.names().entrySet());
    nodes.removeIf(node -> node.getValue().isDirectory());
    long all = nodes.stream().mapToLong(node -> node.getValue().seen().length).sum();
    if (all == 0) {
      throw new IllegalStateException("there is no bit on the disk");
    }
    long at = Math.floorMod(number, all * BITS);
    for (Map.Entry<Path, DiskNode> node : nodes) {
      long size = (long) node.getValue().seen().length * BITS;
      if (at < size) {
        node.getValue().turn((int) (at / BITS), 1 << (at % BITS));
        files = FaultyFiles.on(after, faults);
        return new Rot(node.getKey(), before);
      }
      at -= size;
    }
    throw new IllegalStateException("the bit is on the disk");
  }

  /** Puts the disk back as it was before a bit went wrong, for another program. */
  public void repair(Rot rot) {
    files = FaultyFiles.on(rot.before, faults);
  }
}
