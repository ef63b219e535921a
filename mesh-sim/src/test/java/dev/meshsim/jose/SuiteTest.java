package dev.meshsim.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.security.MessageDigest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Signing, encryption and reproducibility in every suite. */
class SuiteTest {

  private static final Bytes PAYLOAD = Bytes.utf8("{\"Hello\":{}}");

  @ParameterizedTest
  @EnumSource
  void signaturesVerifyAfterJson(Suite suite) {
    PrivateJwk key = TestKeys.of(suite.signature());
    JsonWebSignature signed = Jws.sign(PAYLOAD, key, "kid-1", TestKeys.random());
    JsonWebSignature read = MeshJson.read(MeshJson.write(signed), JsonWebSignature.class);
    assertEquals(signed, read);
    Jws.verify(read, 0, PublicJwk.fromJson(key.publicJwk().toJson("kid-1")));
    assertEquals("kid-1", Jws.header(read, 0).kid());
    assertEquals(suite.signature().algorithm().joseName(), Jws.header(read, 0).alg());
    assertEquals(signed, Jws.fromCompact(Jws.toCompact(signed)));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RSA_2048_SHA1")
  void messagesDecryptForEachRecipient(Suite suite) {
    PrivateJwk first = TestKeys.of(suite.encryption());
    PrivateJwk second = TestKeys.of(KeySpec.P256_AGREE, "mallory-laptop");
    JsonWebEncryption message =
        Jwe.encrypt(
            TestKeys.secret("to be kept"),
            List.of(
                new Jwe.Recipient("first", first.publicJwk()),
                new Jwe.Recipient("second", second.publicJwk())),
            TestKeys.random());
    JsonWebEncryption read = MeshJson.read(MeshJson.write(message), JsonWebEncryption.class);
    assertEquals(message, read);
    assertEquals(TestKeys.secret("to be kept"), Jwe.decrypt(read, "first", first));
    assertEquals(TestKeys.secret("to be kept"), Jwe.decrypt(read, "second", second));
    assertThrows(JoseException.NoRecipient.class, () -> Jwe.decrypt(read, "third", first));
  }

  @Test
  void encryptionWithSha1IsRefused() {
    PrivateJwk key = TestKeys.of(KeySpec.RSA_2048_OAEP_SHA1);
    List<Jwe.Recipient> recipients = List.of(new Jwe.Recipient("only", key.publicJwk()));
    assertThrows(
        JoseException.BadKey.class,
        () -> Jwe.encrypt(TestKeys.secret("to be kept"), recipients, TestKeys.random()));
    JsonWebEncryption old =
        Jwe2017.encrypt(TestKeys.secret("to be kept"), recipients, TestKeys.random());
    assertThrows(JoseException.class, () -> Jwe.decrypt(old, "only", key));
    assertEquals(TestKeys.secret("to be kept"), Jwe2017.decrypt(old, "only", key));
  }

  @ParameterizedTest
  @EnumSource(names = {"ED25519", "ED448", "P256", "RSA_2048", "RSA_2048_PSS"})
  void theSameSeedGivesTheSameBytes(Suite suite) {
    assertEquals(everything(suite, 5), everything(suite, 5));
  }

  @ParameterizedTest
  @EnumSource(names = {"ED25519", "ED448", "P256", "RSA_2048_PSS"})
  void anotherSeedGivesOtherBytes(Suite suite) {
    assertNotEquals(everything(suite, 5), everything(suite, 6));
  }

  /** Digests computed in another process: results may depend only on the seed. */
  @ParameterizedTest
  @CsvSource({
    "ED25519, 6c054c40b3a66929184f68fdbde9d25f8a689aa5ad075625dfe1adcf84281132",
    "ED448, 8deff0cb1afa738bfb6bb3231b077f3486637cb93d9cdbc69f759715ecb055f3",
    "P256, c7eae349d37532def89d3794945151111058b3d58afd785308110e7c8dbf7755",
    "RSA_2048, 2993b7e74d34d2fd08470cb97402fd35025af31e8b15e58dfb04f0e884292f53",
    "RSA_2048_PSS, b980e930516a269287e0521f52520fb6cbe7bd0512e379c5f776012053728881"
  })
  void theSameSeedGivesTheSameBytesInEveryProcess(Suite suite, String digest) throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    everything(suite, 5).forEach(part -> sha256.update(part.toArray()));
    assertEquals(digest, Bytes.of(sha256.digest()).hex());
  }

  /** Keys, a signature and a message, and the next octets of the stream. */
  private static List<Bytes> everything(Suite suite, long seed) {
    RandomStream random = World.seeded(seed).stream("alice-desktop", "everything");
    PrivateJwk signing = PrivateJwk.generate(suite.signature(), random);
    PrivateJwk reading = PrivateJwk.generate(suite.encryption(), random);
    JsonWebSignature signed = Jws.sign(PAYLOAD, signing, "s", random);
    JsonWebEncryption message =
        Jwe.encrypt(
            TestKeys.secret("to be kept"),
            List.of(new Jwe.Recipient("e", reading.publicJwk())),
            random);
    return List.of(
        Bytes.of(signing.toJson(null).expose()),
        Bytes.of(reading.pkcs8().expose()),
        MeshJson.write(signed),
        MeshJson.write(message),
        Bytes.of(random.bytes(16)));
  }

  @Test
  void suitesAreFoundByName() {
    for (Suite suite : Suite.values()) {
      assertEquals(suite, Suite.named(suite.label()));
      assertTrue(suite.signature().algorithm().signs());
      assertTrue(!suite.encryption().algorithm().signs());
    }
    JoseException.UnknownSuite e =
        assertThrows(JoseException.UnknownSuite.class, () -> Suite.named("Ed25518"));
    assertTrue(e.hint().contains("Ed25519, Ed448, P-256, RSA-2048"), e.hint());
    assertEquals("jose.unknown-suite", e.code());
  }
}
