package dev.meshsim.jose;

import dev.meshsim.jose.key.JoseException;
import dev.meshsim.jose.key.JwkMembers;
import dev.meshsim.jose.key.PrivateMaterial;
import dev.meshsim.jose.key.Verifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A key for reading messages of other software, with algorithms of RFC 7518 that the Mesh never
 * writes, symmetric ones included. Like every key here it is for one algorithm. {@link #close()}
 * clears its secret octets.
 */
public final class ForeignJwk implements AutoCloseable {

  private static final List<String> SIGNATURE_OPERATIONS = List.of("verify", "sign");
  private static final List<String> ENCRYPTION_OPERATIONS =
      List.of("decrypt", "unwrapKey", "deriveKey", "deriveBits");

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
   * @throws JoseException.UnsupportedAlgorithm if the algorithm is not supported
   * @throws JoseException.BadKey if the key is malformed, weak, or not for this use
   */
  public static ForeignJwk fromJson(JsonNode members) {
    return fromJson(members, JwkMembers.of(members).text("alg"));
  }

  /**
   * Reads a key for a given algorithm; the key's member {@code alg} may be absent.
   *
   * @param alg a value of {@code alg} for keys, for example {@code HS256} or {@code A128KW}; for
   *     direct encryption a value of {@code enc}
   * @throws JoseException.UnsupportedAlgorithm if the algorithm is not supported
   * @throws JoseException.BadKey as {@link #fromJson(JsonNode)}, and if the key names another
   *     algorithm
   */
  public static ForeignJwk fromJson(JsonNode members, String alg) {
    JwkMembers jwk = JwkMembers.of(members);
    if (jwk.has("alg")) {
      jwk.expect("alg", alg);
    }
    boolean signs = ForeignAlgorithms.signs(alg);
    jwk.expectUse(signs, alg);
    jwk.expectOperation(signs ? SIGNATURE_OPERATIONS : ENCRYPTION_OPERATIONS, false, alg);
    return new ForeignJwk(alg, jwk);
  }

  /** The algorithm of the key. */
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
          "a key for " + alg + " does not verify signatures", "use a signature key");
    }
    return verifier;
  }

  KeyOpener opener() {
    if (opener == null) {
      throw new JoseException.BadKey(
          "a key for " + alg + " does not decrypt", "use an encryption key");
    }
    return opener;
  }

  /** Clears the secret octets. */
  @Override
  public void close() {
    secrets.clear();
  }

  /** The algorithm, without any member of the key. */
  @Override
  public String toString() {
    return "ForeignJwk[" + alg + "]";
  }

  /** A list of secret keys to be cleared on close. */
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
