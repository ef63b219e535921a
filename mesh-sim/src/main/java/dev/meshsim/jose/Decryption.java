package dev.meshsim.jose;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.key.JoseException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A wrapper that reports all failures of a decryption alike, so that they reveal no key. */
final class Decryption {

  private Decryption() {}

  /** A decryption step that may throw exceptions of the JDK. */
  @FunctionalInterface
  interface Step {
    byte[] run() throws GeneralSecurityException;
  }

  /**
   * Runs a step.
   *
   * @throws JoseException.DecryptionFailed if the step throws, without the cause
   */
  static byte[] run(Step step) {
    try {
      return step.run();
    } catch (GeneralSecurityException e) {
      throw new JoseException.DecryptionFailed();
    }
  }

  /**
   * Opens the first candidate that can be opened. A failure may be another recipient's, so that it
   * is reported only when all have failed.
   */
  static SecretBytes any(
      List<JweHeaders.Candidate> candidates, Function<JweHeaders.Match, SecretBytes> open) {
    @Nullable JoseException failure = null;
    for (JweHeaders.Candidate candidate : candidates) {
      try {
        return open.apply(candidate.match());
      } catch (JoseException e) {
        failure = failure == null || e instanceof JoseException.DecryptionFailed ? e : failure;
      }
    }
    throw Objects.requireNonNull(failure, "a message has at least one candidate");
  }
}
