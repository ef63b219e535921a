package dev.meshsim.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.jose.key.JwkMembers;
import dev.meshsim.jose.key.KeyKind;
import dev.meshsim.json.MeshJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/** The rules that every kind of key holds, whoever calls it. */
class KeyKindTest {

  @ParameterizedTest
  @EnumSource
  void membersOfBothPartsAreThoseOfTheKind(KeySpec spec) {
    PrivateJwk key = TestKeys.of(spec);
    List<String> written = new ArrayList<>(List.of("kty", "alg"));
    written.addAll(spec.kind().publicMembers());
    assertEquals(Set.copyOf(written), Set.copyOf(key.publicJwk().toJson(null).propertyNames()));
    assertEquals(
        Set.copyOf(spec.kind().privateMembers()), key.material().privateMembers().keySet());
  }

  @ParameterizedTest
  @EnumSource
  void membersOfAnotherTypeOrCurveAreRefused(KeySpec spec) {
    KeyKind kind = spec.kind();
    for (String name : List.of("kty", "crv")) {
      ObjectNode pair =
          (ObjectNode) MeshJson.readTree(Bytes.of(TestKeys.of(spec).toJson(null).expose()));
      if (pair.has(name)) {
        JwkMembers other = JwkMembers.of(pair.put(name, "other"));
        assertThrows(JoseException.BadKey.class, () -> kind.readPublic(other), name);
        assertThrows(JoseException.BadKey.class, () -> kind.readPrivate(other), name);
      }
    }
  }
}
