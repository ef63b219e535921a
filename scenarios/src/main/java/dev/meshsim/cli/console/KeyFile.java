package dev.meshsim.cli.console;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.error.Quote;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.PublicJwk;
import dev.meshsim.ssh.KeyTextException;
import dev.meshsim.ssh.SigningKeyFile;
import java.nio.file.Path;

/** Reads the key for signatures in a file that a person names; see {@link SigningKeyFile}. */
public final class KeyFile {

  private static final String HINT =
      "name a file of ssh-keygen -t ed25519 without a passphrase, or a JWK";

  private KeyFile() {}

  /**
   * Reads a public key.
   *
   * @throws InputException if the file cannot be read or has no such key
   */
  public static PublicJwk readPublic(Path file) {
    InputFile input = InputFile.read(file.toString());
    try {
      return SigningKeyFile.readPublic(input.text());
    } catch (KeyTextException e) {
      throw input.wrong("the file " + e.problem(), HINT);
    }
  }

  /**
   * Reads a private key, which the caller closes.
   *
   * @throws InputException if the file cannot be read or has no such key; nothing of it is quoted
   */
  public static PrivateJwk readPrivate(Path file) {
    try (SecretBytes text = InputFile.readSecret(file.toString())) {
      return SigningKeyFile.readPrivate(text);
    } catch (KeyTextException e) {
      throw new InputException(Quote.of(file) + ": the file " + e.problem(), HINT);
    }
  }
}
