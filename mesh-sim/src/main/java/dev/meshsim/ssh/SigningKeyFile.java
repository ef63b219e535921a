package dev.meshsim.ssh;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.PublicJwk;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.MeshJson;
import java.util.Arrays;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file with one Ed25519 or P-256 key for signatures: a JWK (RFC 7517), or what {@code ssh-keygen}
 * writes. Of a private key that is a file of OpenSSH without a passphrase; of a public key a line
 * of OpenSSH or a file of RFC 4716.
 */
public final class SigningKeyFile {

  private static final String P256 = "nistp256";
  private static final int POINT_OCTETS = 65;
  private static final int NUMBER_OCTETS = 32;

  private SigningKeyFile() {}

  /**
   * Reads a public key.
   *
   * @throws KeyTextException if it is none of these
   */
  public static PublicJwk readPublic(Bytes text) throws KeyTextException {
    try {
      PublicJwk key =
          isJson(text.length() == 0 ? 0 : text.at(0))
              ? PublicJwk.fromJson(MeshJson.readTree(text))
              : ofBlob(Rfc4716.read(text.toArray()));
      requireSigns(key.spec());
      return key;
    } catch (JoseException.BadKey e) {
      throw new KeyTextException("is not a good key: " + e.problem());
    } catch (JsonException e) {
      throw new KeyTextException("is not JSON");
    }
  }

  /**
   * Reads a private key, which the caller closes.
   *
   * @throws KeyTextException if it is none of these, or has a passphrase
   */
  public static PrivateJwk readPrivate(SecretBytes text) throws KeyTextException {
    byte[] octets = text.expose();
    try {
      PrivateJwk key =
          isJson(octets.length == 0 ? 0 : octets[0])
              ? PrivateJwk.fromJson(text)
              : ofOpenSsh(octets);
      try {
        requireSigns(key.spec());
      } catch (KeyTextException e) {
        key.close();
        throw e;
      }
      return key;
    } catch (JoseException.BadKey e) {
      throw new KeyTextException("is not a good key: " + e.problem());
    } catch (JsonException e) {
      // Nothing of a private key is quoted.
      throw new KeyTextException("is not JSON");
    } finally {
      Arrays.fill(octets, (byte) 0);
    }
  }

  private static boolean isJson(int first) {
    return first == '{';
  }

  private static void requireSigns(KeySpec spec) throws KeyTextException {
    if (spec != KeySpec.ED25519 && spec != KeySpec.P256_SIGN) {
      throw new KeyTextException("is a key for " + spec.label() + ", not for Ed25519 or P-256");
    }
  }

  private static PrivateJwk ofOpenSsh(byte[] octets) throws KeyTextException {
    try {
      return KeyForm.ED25519.readPrivate(KeySpec.ED25519, octets);
    } catch (KeyTextException e) {
      if (e.hasPassphrase()) {
        throw e;
      }
      try {
        return KeyForm.ECDSA.readPrivate(KeySpec.P256_SIGN, octets);
      } catch (KeyTextException other) {
        throw e;
      }
    }
  }

  private static PublicJwk ofBlob(byte[] blob) throws KeyTextException {
    SshReader in = new SshReader(blob);
    ObjectNode jwk = JsonNodeFactory.instance.objectNode();
    String name = in.text();
    if (name.equals(SshKeyType.ED25519.sshName())) {
      jwk.put("kty", "OKP").put("crv", "Ed25519").put("x", Bytes.of(in.string()).base64Url());
    } else if (name.equals(SshKeyType.ECDSA.sshName())) {
      in.expect(P256);
      byte[] point = in.string();
      if (point.length != POINT_OCTETS || point[0] != 4) {
        throw new KeyTextException("has a point that is not one of P-256, uncompressed");
      }
      int y = 1 + NUMBER_OCTETS;
      jwk.put("kty", "EC").put("alg", "ES256").put("crv", "P-256");
      jwk.put("x", Bytes.of(point, 1, y).base64Url());
      jwk.put("y", Bytes.of(point, y, POINT_OCTETS).base64Url());
    } else {
      throw new KeyTextException("is a key of another kind than Ed25519 and P-256");
    }
    if (in.remaining() > 0) {
      throw new KeyTextException("goes on after its key");
    }
    return PublicJwk.fromJson(jwk);
  }
}
