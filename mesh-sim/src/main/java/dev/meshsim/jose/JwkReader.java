package dev.meshsim.jose;

import dev.meshsim.error.Quote;
import dev.meshsim.jose.key.JwkMembers;
import dev.meshsim.jose.key.OkpFormat;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Determines the {@link KeySpec} of a JWK from its members. */
final class JwkReader {

  private static final List<String> COMMON = List.of("kty", "alg", "kid", "use");

  private JwkReader() {}

  static KeySpec specOf(JwkMembers jwk) {
    String kty = jwk.text("kty");
    @Nullable String alg = jwk.optionalText("alg");
    KeySpec found = null;
    for (KeySpec spec : KeySpec.values()) {
      if (spec.kind().kty().equals(kty) && spec.kind().matches(jwk) && matches(spec, alg)) {
        found = spec;
        break;
      }
    }
    if (found == null) {
      throw JwkMembers.bad(
          "no supported key has kty "
              + Quote.text(kty)
              + ", alg "
              + Quote.text(alg)
              + " and these members",
          "supported are " + PublicJwk.labels(List.of(KeySpec.values())));
    }
    String use = jwk.optionalText("use");
    if (use != null && !use.equals(found.algorithm().signs() ? "sig" : "enc")) {
      throw JwkMembers.bad(
          "the key has use "
              + Quote.text(use)
              + " but alg \""
              + found.algorithm().joseName()
              + "\"",
          "leave \"use\" out, or make it agree with \"alg\"");
    }
    return found;
  }

  private static boolean matches(KeySpec spec, @Nullable String alg) {
    return alg == null
        ? spec.kind().kty().equals(OkpFormat.KTY)
        : alg.equals(spec.algorithm().joseName());
  }

  static Set<String> publicMembers(KeySpec spec) {
    return union(spec.kind().publicMembers());
  }

  static Set<String> allMembers(KeySpec spec) {
    List<String> members = new ArrayList<>(spec.kind().publicMembers());
    members.addAll(spec.kind().privateMembers());
    return union(members);
  }

  private static Set<String> union(List<String> own) {
    Set<String> all = new LinkedHashSet<>(COMMON);
    all.addAll(own);
    return all;
  }
}
