package dev.meshsim.audit;

/**
 * The work that a verification did, so that a test can compare costs without a clock.
 *
 * @param octetsScanned octets of files that were looked at
 * @param octetsParsed octets given to a JSON parser: records, their texts, the payloads inside
 * @param signatures signatures that were verified with a key
 * @param remembered signed objects that were met before, and not verified again
 */
public record VerifyWork(long octetsScanned, long octetsParsed, long signatures, long remembered) {

  /** The work done after {@code earlier} was taken. */
  public VerifyWork minus(VerifyWork earlier) {
    return new VerifyWork(
        octetsScanned - earlier.octetsScanned,
        octetsParsed - earlier.octetsParsed,
        signatures - earlier.signatures,
        remembered - earlier.remembered);
  }
}
