package dev.meshsim.jose;

import dev.meshsim.jose.key.JoseException;
import java.security.GeneralSecurityException;

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
}
