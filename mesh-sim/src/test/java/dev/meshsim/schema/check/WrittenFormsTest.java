package dev.meshsim.schema.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.Suite;
import dev.meshsim.json.MeshJson;
import dev.meshsim.profile.EscrowedKeySet;
import dev.meshsim.profile.PrivateKeyParameters;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.application.ApplicationType;
import dev.meshsim.profile.application.ApplicationTypes;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written by hand is as the forms say. */
class WrittenFormsTest {

  private final RandomStream random = World.seeded(20).stream("forms", "keys");

  private static List<Suite> suites(Dialect dialect) {
    return dialect == Dialect.MESH
        ? List.of(Suite.ED25519, Suite.P256, Suite.ED448, Suite.RSA_2048_PSS)
        : List.of(Suite.RSA_2048_SHA1);
  }

  private static void assertGood(Dialect dialect, Bytes text) {
    CheckResult result = SchemaCheck.check("x", text, dialect);
    assertEquals(List.of(), result.findings());
    assertEquals(1, result.texts());
  }

  @ParameterizedTest
  @EnumSource
  void keysOfEveryKind(Dialect dialect) {
    for (Suite suite : suites(dialect)) {
      try (PrivateJwk signer = PrivateJwk.generate(suite.signature(), random);
          PrivateJwk opener = PrivateJwk.generate(suite.encryption(), random);
          EscrowedKeySet set = new EscrowedKeySet(signer, List.of(opener))) {
        Bytes secret = Bytes.of(set.toJson(dialect).expose());
        assertGood(dialect, secret);
        String text = secret.utf8();
        assertTrue(text.contains("\"d\":"), suite.label());
        for (String name : List.of("\"d", "\"MasterSignatureKey", "\"PrivateKey")) {
          Bytes changed = Bytes.utf8(text.replaceFirst(name, name + "x"));
          assertFalse(
              SchemaCheck.check("x", changed, dialect).findings().isEmpty(),
              suite.label() + " " + name);
        }
        assertGood(dialect, dialect.json().write(PublicKey.of(dialect, signer.publicJwk())));
        assertGood(dialect, dialect.json().write(PublicKey.of(dialect, opener.publicJwk())));
        assertGood(dialect, dialect.json().write(PrivateKeyParameters.of(dialect, signer)));
      }
    }
  }

  @Test
  void theContentOfEveryApplication() {
    for (ApplicationType<?> type : ApplicationTypes.installed().all()) {
      if (type.getClass().getName().startsWith("dev.meshsim.profile.")) {
        assertGood(Dialect.MESH, MeshJson.writeTagged(type.empty()));
      }
    }
  }

  @Test
  void aTextThatIsNoUtf8IsAFinding() {
    byte[] octets = "{\"Hello\":{}}".getBytes(StandardCharsets.UTF_8);
    octets[3] = (byte) 0xff;
    CheckResult result = SchemaCheck.check("x", Bytes.of(octets), Dialect.MESH);
    assertEquals(1, result.findings().size());
    assertTrue(result.findings().get(0).problem().contains("UTF-8"));
  }

  @Test
  void findingsAreCountedBeyondTheLimit() {
    String many = "{\"Hello\":{\"Surprise\":1}}\n".repeat(CheckResult.MOST + 5);
    CheckResult result = SchemaCheck.check("x", Bytes.utf8(many), Dialect.MESH);
    assertEquals(CheckResult.MOST, result.findings().size());
    assertEquals(5, result.more());
    assertEquals("x:200:11", result.findings().get(CheckResult.MOST - 1).place());
  }
}
