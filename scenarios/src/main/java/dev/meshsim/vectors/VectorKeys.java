package dev.meshsim.vectors;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.json.MeshJson;
import dev.meshsim.world.World;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The keys of all files. There are only two RSA keys, each used with several algorithms. This keeps
 * the files small; elsewhere a key must have one algorithm.
 */
final class VectorKeys {

  private final World world;
  private final PrivateJwk rsa;
  private final PrivateJwk otherRsa;

  VectorKeys(World world) {
    this.world = world;
    this.rsa = make(KeySpec.RSA_2048_SIGN, "rsa");
    this.otherRsa = make(KeySpec.RSA_2048_SIGN, "other rsa");
  }

  /** A new key: the n-th call for a purpose always gives the same one. */
  PrivateJwk make(KeySpec spec, String purpose) {
    return PrivateJwk.generate(spec, world.stream("vectors", purpose));
  }

  /** The first RSA key, for this algorithm. */
  PrivateJwk rsa(String alg) {
    return withAlgorithm(rsa, alg);
  }

  /** The second RSA key, for this algorithm. */
  PrivateJwk otherRsa(String alg) {
    return withAlgorithm(otherRsa, alg);
  }

  private static PrivateJwk withAlgorithm(PrivateJwk key, String alg) {
    return PrivateJwk.fromJson(json(key, null).put("alg", alg));
  }

  /** The whole key pair as a JWK. */
  static ObjectNode json(PrivateJwk key, @Nullable String kid) {
    return (ObjectNode) MeshJson.readTree(octets(key.toJson(kid)));
  }

  /** The octets of a secret, which vectors publish. */
  static Bytes octets(SecretBytes secret) {
    return Bytes.of(secret.expose());
  }

  /**
   * A signature over any octets, also over headers that the library would not write.
   *
   * @param algorithm the Java platform's name: {@code SHA512withRSA} or {@code Ed25519}
   */
  static Bytes sign(PrivateJwk key, String algorithm, byte[] octets) {
    try {
      String family = algorithm.endsWith("RSA") ? "RSA" : algorithm;
      PrivateKey jdkKey =
          KeyFactory.getInstance(family)
              .generatePrivate(new PKCS8EncodedKeySpec(key.pkcs8().expose()));
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(jdkKey);
      signature.update(octets);
      return Bytes.of(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime lacks " + algorithm, e);
    }
  }
}
