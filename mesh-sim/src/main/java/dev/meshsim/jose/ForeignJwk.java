package dev.meshsim.jose;

import dev.meshsim.jose.key.JoseException;
import dev.meshsim.jose.key.JwkMembers;
import dev.meshsim.jose.key.PrivateMaterial;
import dev.meshsim.jose.key.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A key with which messages of other software are read: RFC 7518's other algorithms, symmetric keys
 * among them, which the Mesh itself never writes. It is for one algorithm, as every key here is.
 */
public final class ForeignJwk implements AutoCloseable {

  private static final Set<String> SIGNATURE_OPERATIONS = Set.of("verify", "sign");
  private static final Set<String> ENCRYPTION_OPERATIONS =
      Set.of("decrypt", "unwrapKey", "deriveKey", "deriveBits");

  private final String alg;
  private final @Nullable String kid;
  private final @Nullable Verifier verifier;
  private final @Nullable KeyOpener opener;
  private final Secrets secrets = new Secrets();

  private ForeignJwk(String alg, JwkMembers jwk) {
    this.alg = alg;
    this.kid = jwk.optionalText("kid");
    if (ForeignAlgorithms.signs(alg)) {
      this.verifier = ForeignAlgorithms.signatures(alg).read(jwk, secrets);
      this.opener = null;
    } else {
      this.verifier = null;
      this.opener = ForeignAlgorithms.encryption(alg).read(jwk, secrets);
    }
  }

  /**
   * Reads a key that names its algorithm in {@code alg}.
   *
   * @throws JoseException.UnsupportedAlgorithm if the algorithm is not read
   * @throws JoseException.BadKey if the key is malformed, weak, or not for this use
   */
  public static ForeignJwk fromJson(JsonNode members) {
    return fromJson(members, JwkMembers.of(members).text("alg"));
  }

  /**
   * Reads a key for an algorithm that the caller names; {@code alg} may be left out.
   *
   * @throws JoseException.BadKey as {@link #fromJson(JsonNode)}, and if the key names another
   *     algorithm
   */
  public static ForeignJwk fromJson(JsonNode members, String alg) {
    JwkMembers jwk = JwkMembers.of(members);
    if (jwk.has("alg")) {
      jwk.expect("alg", alg);
    }
    boolean signs = ForeignAlgorithms.signs(alg);
    if (jwk.has("use")) {
      jwk.expect("use", signs ? "sig" : "enc");
    }
    jwk.expectOneOf("key_ops", signs ? SIGNATURE_OPERATIONS : ENCRYPTION_OPERATIONS);
    return new ForeignJwk(alg, jwk);
  }

  /** The only algorithm this key is used with. */
  public String alg() {
    return alg;
  }

  /** The key's identifier, or null if it has none. */
  public @Nullable String kid() {
    return kid;
  }

  Verifier verifier() {
    if (verifier == null) {
      throw new JoseException.BadKey(
          "a key for " + alg + " verifies nothing", "use a signature key");
    }
    return verifier;
  }

  KeyOpener opener() {
    if (opener == null) {
      throw new JoseException.BadKey(
          "a key for " + alg + " opens nothing", "use an encryption key");
    }
    return opener;
  }

  /** Clears the secret octets. */
  @Override
  public void close() {
    secrets.clear();
  }

  /** The algorithm alone. */
  @Override
  public String toString() {
    return "ForeignJwk[" + alg + "]";
  }

  /** What is to be cleared in the end. */
  static final class Secrets {

    private final List<Runnable> clearing = new ArrayList<>();

    PrivateMaterial keep(PrivateMaterial key) {
      clearing.add(key::clear);
      return key;
    }

    OctKey keep(OctKey key) {
      clearing.add(key::clear);
      return key;
    }

    private void clear() {
      clearing.forEach(Runnable::run);
    }
  }
}
