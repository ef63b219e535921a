package dev.meshsim.sim.disk;

/** The fault at the chosen operation, and the disk that a new process finds afterwards. */
public enum FaultMode {
  /** The process ends before the operation; the system keeps all that came before it. */
  STOP,
  /** As STOP, but of a write the first octet arrives. */
  TORN_START,
  /** As STOP, but of a write the first half arrives. */
  TORN_MIDDLE,
  /** As STOP, but of a write all but the last octet arrives. */
  TORN_END,
  /** The power fails before the operation; nothing is left that was not forced, no name either. */
  POWER_CUT,
  /** As POWER_CUT, but what was last written, and its name, happen to have arrived unforced. */
  REORDERED,
  /**
   * The operation fails, half done if it is a write; the process goes on. A failed force loses what
   * it was to force, though the system shows it until the power fails, which it does at the end.
   */
  IO_ERROR,
  /** From the operation on nothing grows; the process goes on, and the power fails at the end. */
  DISK_FULL;

  /** True if the process ends at the fault. */
  public boolean endsProcess() {
    return this != IO_ERROR && this != DISK_FULL;
  }

  /** Makes of a disk at the end of the process what the next process finds. */
  void cut(DiskModel disk) {
    switch (this) {
      case POWER_CUT, IO_ERROR, DISK_FULL -> disk.losePower(false);
      case REORDERED -> disk.losePower(true);
      default -> {}
    }
  }

  /** True if a write arrives in part. */
  boolean tears() {
    return this == TORN_START || this == TORN_MIDDLE || this == TORN_END || this == IO_ERROR;
  }

  /** How many octets of a write arrive. */
  int part(int octets) {
    return switch (this) {
      case TORN_START -> Math.min(1, octets);
      case TORN_MIDDLE, IO_ERROR, DISK_FULL -> octets / 2;
      case TORN_END -> Math.max(0, octets - 1);
      default -> 0;
    };
  }
}
