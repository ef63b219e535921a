package dev.meshsim.jose;

import dev.meshsim.error.Quote;
import dev.meshsim.jose.key.JwkMembers;
import dev.meshsim.jose.key.OkpFormat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Determines the {@link KeySpec} of a JWK from its members, and checks those that say what the key
 * is for.
 */
final class JwkReader {

  /** The members that {@link PublicJwk#toJson} writes of every key. */
  private static final List<String> WRITTEN = List.of("kty", "alg", "kid");

  private JwkReader() {}

  /** The kind of a public key. */
  static KeySpec publicSpec(JwkMembers jwk) {
    KeySpec spec = spec(jwk, List.of());
    boolean signs = spec.algorithm().signs();
    // Some programs leave the operations of the private key on the public one.
    jwk.expectOperation(
        signs
            ? List.of("verify", "sign")
            : List.of("encrypt", "wrapKey", "deriveKey", "deriveBits", "decrypt", "unwrapKey"),
        spec.algorithm() == Algorithm.ECDH_ES_A256KW,
        spec.algorithm().joseName());
    return spec;
  }

  /** The kind of a key pair. */
  static KeySpec privateSpec(JwkMembers jwk) {
    KeySpec spec = spec(jwk, null);
    jwk.expectOperation(
        spec.algorithm().signs()
            ? List.of("sign")
            : List.of("decrypt", "unwrapKey", "deriveKey", "deriveBits"),
        false,
        spec.algorithm().joseName());
    return spec;
  }

  /**
   * The kind of a key.
   *
   * @param allowed the private members that it may have; null for those of its kind
   */
  private static KeySpec spec(JwkMembers jwk, @Nullable List<String> allowed) {
    KeySpec found = find(jwk);
    jwk.optionalText("kid");
    jwk.expectUse(found.algorithm().signs(), found.algorithm().joseName());
    jwk.refusePrivate(allowed == null ? found.kind().privateMembers() : allowed);
    return found;
  }

  private static KeySpec find(JwkMembers jwk) {
    String kty = jwk.text("kty");
    @Nullable String alg = jwk.optionalText("alg");
    for (KeySpec spec : KeySpec.values()) {
      if (spec.kind().kty().equals(kty) && spec.kind().matches(jwk) && matches(spec, alg)) {
        return spec;
      }
    }
    throw JwkMembers.bad(
        "no supported key has kty "
            + Quote.text(kty)
            + ", alg "
            + Quote.text(alg)
            + " and these members",
        "supported are " + PublicJwk.labels(List.of(KeySpec.values())));
  }

  private static boolean matches(KeySpec spec, @Nullable String alg) {
    return alg == null
        ? spec.kind().kty().equals(OkpFormat.KTY)
        : alg.equals(spec.algorithm().joseName());
  }

  /** The members that a key is not made of, to be written with it again. */
  static ObjectNode others(JwkMembers jwk, KeySpec spec) {
    List<String> known = new ArrayList<>(WRITTEN);
    known.addAll(spec.kind().publicMembers());
    known.addAll(spec.kind().privateMembers());
    return jwk.without(known);
  }
}
