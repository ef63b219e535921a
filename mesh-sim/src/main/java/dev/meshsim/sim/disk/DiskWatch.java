package dev.meshsim.sim.disk;

/** Sees every operation that changes a disk, before it happens. */
interface DiskWatch {

  /**
   * An operation that is not a write.
   *
   * @param number its number in the process, counted from 0
   * @param operation the operation and the name of its file
   * @param disk the disk as it is
   */
  void before(int number, String operation, DiskModel disk);

  /** A write of octets to a file at a position; see {@link #before}. */
  void beforeWrite(
      int number, String operation, DiskModel disk, DiskNode node, byte[] octets, int position);
}
