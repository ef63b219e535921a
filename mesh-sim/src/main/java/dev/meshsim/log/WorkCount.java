package dev.meshsim.log;

/**
 * The work a store has done since it was opened, so that a test can compare the cost of a request
 * without a clock.
 *
 * @param lookups index entries visited
 * @param recordsRead records read back
 * @param octetsRead octets read from files to get them
 * @param octetsWritten octets written to files
 * @param syncs times the store waited for the disk
 */
public record WorkCount(
    long lookups, long recordsRead, long octetsRead, long octetsWritten, long syncs) {

  /** The work done after {@code earlier} was taken. */
  public WorkCount minus(WorkCount earlier) {
    return new WorkCount(
        lookups - earlier.lookups,
        recordsRead - earlier.recordsRead,
        octetsRead - earlier.octetsRead,
        octetsWritten - earlier.octetsWritten,
        syncs - earlier.syncs);
  }
}
