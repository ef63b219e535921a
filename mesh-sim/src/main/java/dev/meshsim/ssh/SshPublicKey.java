package dev.meshsim.ssh;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.PublicJwk;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A public key as OpenSSH writes it on one line: the name of its algorithm and its octets in
 * base64.
 *
 * @param algorithm the name, {@code ssh-ed25519} for example
 * @param blob the key as SSH sends it (RFC 4253 section 6.6), which begins with the name
 */
public record SshPublicKey(String algorithm, Bytes blob) {

  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9@._-]{1,64}");

  /**
   * The key of a JWK that OpenSSH has a form for.
   *
   * @throws IllegalArgumentException if it has none, as for Ed448
   */
  public static SshPublicKey of(PublicJwk key) {
    SshKeyType type = KeyForm.of(key.spec()).ssh();
    if (type == null) {
      throw new IllegalArgumentException("OpenSSH has no form for " + key.spec().label());
    }
    return new SshPublicKey(type.sshName(), Bytes.of(type.publicBlob(key.spki())));
  }

  /**
   * Reads the two fields of a line.
   *
   * @throws KeyTextException if the octets are no key of this algorithm
   */
  public static SshPublicKey read(String algorithm, String base64) throws KeyTextException {
    if (!NAME.matcher(algorithm).matches()) {
      throw new KeyTextException("names no algorithm of a key");
    }
    byte[] blob;
    try {
      blob = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new KeyTextException("has a key that is not base64");
    }
    SshReader in = new SshReader(blob);
    in.expect(algorithm);
    if (in.remaining() == 0) {
      throw new KeyTextException("has a key that ends after its name");
    }
    return new SshPublicKey(algorithm, Bytes.of(blob));
  }

  /** The octets in base64. */
  public String base64() {
    return Base64.getEncoder().encodeToString(blob.toArray());
  }

  /** Algorithm and base64, with a space between. */
  @Override
  public String toString() {
    return algorithm + " " + base64();
  }
}
