package dev.meshsim.log;

/**
 * The work of a store since it was opened. A test compares the cost of requests by it, without a
 * clock.
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
