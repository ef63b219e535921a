package dev.meshsim.jose;

import dev.meshsim.jose.key.JoseException;
import java.security.GeneralSecurityException;

/** A decryption whose every failure is reported in the same way, so that none reveals a key. */
final class Decryption {

  private Decryption() {}

  /** A step that fails with the exceptions of the JDK. */
  @FunctionalInterface
  interface Step {
    byte[] run() throws GeneralSecurityException;
  }

  /**
   * Runs a step.
   *
   * @throws JoseException.DecryptionFailed for whatever reason the step failed
   */
  static byte[] run(Step step) {
    try {
      return step.run();
    } catch (GeneralSecurityException e) {
      throw new JoseException.DecryptionFailed();
    }
  }
}
