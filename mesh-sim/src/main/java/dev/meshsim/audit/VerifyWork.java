package dev.meshsim.audit;

/**
 * The work of a verification, so that a test can compare costs without a clock.
 *
 * @param octetsScanned octets of files that were scanned
 * @param octetsParsed octets given to a JSON parser: records, their texts, the payloads inside
 * @param signatures signatures that were checked with a key
 * @param remembered signed objects found in the cache of recent ones and not checked again
 */
public record VerifyWork(long octetsScanned, long octetsParsed, long signatures, long remembered) {

  /** The difference to an earlier count. */
  public VerifyWork minus(VerifyWork earlier) {
    return new VerifyWork(
        octetsScanned - earlier.octetsScanned,
        octetsParsed - earlier.octetsParsed,
        signatures - earlier.signatures,
        remembered - earlier.remembered);
  }
}
