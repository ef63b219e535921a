package dev.meshsim.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.json.MeshJson;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every suite can do, whatever its algorithms. */
class SuiteTest {

  private static final Bytes PAYLOAD = Bytes.utf8("{\"Hello\":{}}");

  private final World world = World.seeded(1);

  private RandomStream random() {
    return world.stream("alice-desktop", "test");
  }

  private static SecretBytes secret(String text) {
    return SecretBytes.moveFrom(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSignedVerifiesAfterTheWire(Suite suite) {
    PrivateJwk key = PrivateJwk.generate(suite.signature(), random());
    JsonWebSignature signed = Jws.sign(PAYLOAD, key, "kid-1", random());
    JsonWebSignature read = MeshJson.read(MeshJson.write(signed), JsonWebSignature.class);
    assertEquals(signed, read);
    Jws.verify(read, 0, PublicJwk.fromJson(key.publicJwk().toJson("kid-1")));
    assertEquals("kid-1", Jws.header(read, 0).kid());
    assertEquals(suite.signature().algorithm().joseName(), Jws.header(read, 0).alg());
  }

  @ParameterizedTest
  @EnumSource
  void whatIsEncryptedDecryptsForEachRecipient(Suite suite) {
    PrivateJwk first = PrivateJwk.generate(suite.encryption(), random());
    PrivateJwk second = PrivateJwk.generate(suite.encryption(), random());
    JsonWebEncryption message =
        Jwe.encrypt(
            secret("to be kept"),
            List.of(
                new Jwe.Recipient("first", first.publicJwk()),
                new Jwe.Recipient("second", second.publicJwk())),
            random());
    JsonWebEncryption read = MeshJson.read(MeshJson.write(message), JsonWebEncryption.class);
    assertEquals(message, read);
    assertEquals(secret("to be kept"), Jwe.decrypt(read, "first", first));
    assertEquals(secret("to be kept"), Jwe.decrypt(read, "second", second));
    assertThrows(DecryptionFailedException.class, () -> Jwe.decrypt(read, "first", second));
    assertThrows(NoRecipientException.class, () -> Jwe.decrypt(read, "third", first));
  }

  @Test
  void suitesAreFoundByName() {
    for (Suite suite : Suite.values()) {
      assertEquals(suite, Suite.named(suite.label()));
    }
    UnknownSuiteException e =
        assertThrows(UnknownSuiteException.class, () -> Suite.named("Ed25518"));
    assertTrue(e.hint().contains("Ed25519, Ed448"), e.hint());
  }
}
