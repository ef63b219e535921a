package dev.meshsim.profile.trust;

/**
 * The work of a verifier, so that a test can bound the cost of a request without a clock.
 *
 * @param signatures signatures checked with a key
 * @param fingerprints fingerprints of keys computed
 * @param octetsVerified octets that the checked signatures cover, counted for each signature
 * @param octetsParsed octets of payloads given to a JSON parser
 */
public record VerificationWork(
    long signatures, long fingerprints, long octetsVerified, long octetsParsed) {

  /** No work. */
  public static final VerificationWork NONE = new VerificationWork(0, 0, 0, 0);

  /** This work and {@code other}. */
  public VerificationWork plus(VerificationWork other) {
    return new VerificationWork(
        signatures + other.signatures,
        fingerprints + other.fingerprints,
        octetsVerified + other.octetsVerified,
        octetsParsed + other.octetsParsed);
  }

  /** The work done after {@code earlier} was counted. */
  public VerificationWork minus(VerificationWork earlier) {
    return new VerificationWork(
        signatures - earlier.signatures,
        fingerprints - earlier.fingerprints,
        octetsVerified - earlier.octetsVerified,
        octetsParsed - earlier.octetsParsed);
  }

  /** True if no count is above that of {@code most}. */
  public boolean isWithin(VerificationWork most) {
    return signatures <= most.signatures
        && fingerprints <= most.fingerprints
        && octetsVerified <= most.octetsVerified
        && octetsParsed <= most.octetsParsed;
  }
}
