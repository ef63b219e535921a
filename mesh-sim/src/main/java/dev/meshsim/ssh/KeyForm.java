package dev.meshsim.ssh;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.PublicJwk;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.world.RandomStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;

/**
 * The file form of a kind of key, a pair of files: the form of OpenSSH if it has one, otherwise
 * PKCS #8 and SubjectPublicKeyInfo in PEM (RFC 7468, RFC 8410).
 */
public enum KeyForm {
  ED25519("id_ed25519-", SshKeyType.ED25519),
  ECDSA("id_ecdsa-", SshKeyType.ECDSA),
  RSA("id_rsa-", SshKeyType.RSA),
  ED448("id_ed448-", null),
  X25519("id_x25519-", null),
  X448("id_x448-", null);

  private final String prefix;
  private final @Nullable SshKeyType ssh;

  KeyForm(String prefix, @Nullable SshKeyType ssh) {
    this.prefix = prefix;
    this.ssh = ssh;
  }

  public static KeyForm of(KeySpec spec) {
    return switch (spec) {
      case ED25519 -> ED25519;
      case ED448 -> ED448;
      case X25519 -> X25519;
      case X448 -> X448;
      case P256_SIGN, P256_AGREE -> ECDSA;
      case RSA_2048_SIGN,
          RSA_3072_SIGN,
          RSA_4096_SIGN,
          RSA_2048_PSS,
          RSA_3072_PSS,
          RSA_4096_PSS,
          RSA_2048_OAEP,
          RSA_2048_OAEP_SHA1,
          RSA_3072_OAEP,
          RSA_4096_OAEP ->
          RSA;
    };
  }

  /** The type of OpenSSH; null if it has none. */
  @Nullable SshKeyType ssh() {
    return ssh;
  }

  /** The private half's file name, {@code id_ed25519-MDDK-...} for example. */
  public String privateName(String udf) {
    return prefix + udf + (ssh == null ? ".pem" : "");
  }

  /** The file name of the public half. */
  public String publicName(String udf) {
    return prefix + udf + (ssh == null ? ".pub.pem" : ".pub");
  }

  /** The command that writes a public half from its private half. */
  public String publicCommand(Path privateHalf, Path publicHalf) {
    return ssh == null
        ? "openssl pkey -in " + privateHalf + " -pubout -out " + publicHalf
        : "ssh-keygen -e -f " + privateHalf + " > " + publicHalf;
  }

  /** The private half, which the caller clears. */
  public byte[] writePrivate(PrivateJwk jwk, String comment, RandomStream random) {
    byte[] octets;
    if (ssh == null) {
      try (SecretBytes der = jwk.pkcs8()) {
        octets = der.expose();
      }
    } else {
      octets = OpenSshKey.write(ssh, jwk, comment, ByteBuffer.wrap(random.bytes(4)).getInt());
    }
    byte[] text = (ssh == null ? Armor.PKCS8 : Armor.OPENSSH_PRIVATE).write("", octets);
    Arrays.fill(octets, (byte) 0);
    return text;
  }

  /** The public half. */
  public byte[] writePublic(PublicJwk jwk, String comment) {
    return ssh == null
        ? Armor.SPKI.write("", jwk.spki().toArray())
        : Rfc4716.write(comment, ssh.publicBlob(jwk.spki()));
  }

  /** Reads the private half. */
  public PrivateJwk readPrivate(KeySpec spec, byte[] text) throws KeyTextException {
    byte[] octets = (ssh == null ? Armor.PKCS8 : Armor.OPENSSH_PRIVATE).read(text);
    try {
      return ssh == null ? fromDer(spec, octets) : OpenSshKey.read(ssh, spec, octets);
    } finally {
      Arrays.fill(octets, (byte) 0);
    }
  }

  private static PrivateJwk fromDer(KeySpec spec, byte[] octets) throws KeyTextException {
    try (SecretBytes der = SecretBytes.copyOf(octets)) {
      return PrivateJwk.fromPkcs8(spec, der);
    } catch (JoseException.BadKey e) {
      throw new KeyTextException("is not a good key for " + spec.label() + ": " + e.problem());
    }
  }

  /** Checks that a public half is the one of a key. */
  public void requirePublic(PublicJwk jwk, byte[] text) throws KeyTextException {
    byte[] found = ssh == null ? Armor.SPKI.read(text) : Rfc4716.read(text);
    byte[] expected = ssh == null ? jwk.spki().toArray() : ssh.publicBlob(jwk.spki());
    if (!Arrays.equals(found, expected)) {
      throw new KeyTextException(
          ssh == null && hasParameters(found)
              ? "has parameters, which a key for " + jwk.spec().label() + " must not have"
              : "is not the public half of the private key beside it");
    }
  }

  private static boolean hasParameters(byte[] spki) {
    try {
      return SubjectPublicKeyInfo.getInstance(spki).getAlgorithm().getParameters() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
