package dev.meshsim.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.JsonWebSignature.Signature;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.json.MeshJson;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** The forms of 2016 and 2017 are read, and each check on their headers refuses something. */
class Portal2017RefusalsTest {

  private static final Bytes PAYLOAD = Bytes.utf8("{\"a\":1}");
  private static final SecretBytes TEXT = TestKeys.secret("plain");

  private final PrivateJwk signer = TestKeys.of(KeySpec.RSA_2048_SIGN);
  private final PrivateJwk reader = TestKeys.of(KeySpec.RSA_2048_OAEP_SHA1);

  private JsonWebSignature signed() {
    return Jws2017.sign(PAYLOAD, signer, "k", TestKeys.random());
  }

  private static JsonWebSignature with(JsonWebSignature signed, Bytes header, Bytes signature) {
    ObjectNode unprotected = signed.signatures().get(0).header();
    return new JsonWebSignature(
        signed.payload(), List.of(new Signature(header, unprotected, signature)));
  }

  /** The form of 2016: the payload itself is signed, and the only header is the protected one. */
  private JsonWebSignature flattened(String header, boolean unprotected) {
    Bytes octets = Bytes.of(signer.material().sign(PAYLOAD.toArray(), TestKeys.random()));
    ObjectNode own =
        unprotected ? (ObjectNode) MeshJson.readTree(Bytes.utf8("{\"kid\":\"x\"}")) : null;
    return new JsonWebSignature(PAYLOAD, List.of(new Signature(Bytes.utf8(header), own, octets)));
  }

  @Test
  void everySignatureOfSeveralVerifiesWithItsKeyOnly() {
    PrivateJwk other = TestKeys.of(KeySpec.RSA_2048_SIGN, "mallory-laptop");
    JsonWebSignature two = Jws2017.addSignature(signed(), other, "o", Map.of(), TestKeys.random());
    Jws2017.verify(two, 0, signer.publicJwk());
    Jws2017.verify(two, 1, other.publicJwk());
    assertEquals("k", Jws2017.kid(two, 0));
    assertEquals("o", Jws2017.kid(two, 1));
    assertFalse(Jws2017.isFlattened(two, 1));
    assertTrue(Jws2017.bindsPayload(two, 1));
    assertThrows(
        JoseException.BadSignature.class, () -> Jws2017.verify(two, 1, signer.publicJwk()));
  }

  @Test
  void additionalMembersAreSignedAndRead() {
    JsonWebSignature signed =
        Jws2017.sign(PAYLOAD, signer, "k", Map.of("replaces", "d"), TestKeys.random());
    assertEquals("d", Objects.requireNonNull(Jws2017.member(signed, 0, "replaces")).asString());
    assertNull(Jws2017.member(signed, 0, "other"));
    assertThrows(
        IllegalArgumentException.class,
        () -> Jws2017.sign(PAYLOAD, signer, "k", Map.of("val", "x"), TestKeys.random()));
  }

  @Test
  void keysOfOtherAlgorithmsNeitherSignNorVerify() {
    PrivateJwk ed = TestKeys.of(KeySpec.ED25519);
    assertThrows(
        JoseException.BadKey.class, () -> Jws2017.sign(PAYLOAD, ed, "k", TestKeys.random()));
    JoseException e =
        assertThrows(JoseException.BadKey.class, () -> Jws2017.verify(signed(), 0, ed.publicJwk()));
    assertTrue(e.problem().startsWith("the portal-2017 dialect signs with RS512"), e.problem());
  }

  @Test
  void exchangedPayloadOrHeaderIsRefused() {
    JsonWebSignature good = signed();
    Signature only = good.signatures().get(0);
    JsonWebSignature other = new JsonWebSignature(Bytes.utf8("{}"), good.signatures());
    assertFalse(Jws2017.bindsPayload(other, 0));
    JoseException payload =
        assertThrows(
            JoseException.BadSignature.class, () -> Jws2017.verify(other, 0, signer.publicJwk()));
    assertTrue(payload.problem().startsWith("the payload's SHA-512 digest"), payload.problem());
    String header = only.protectedHeader().utf8();
    JsonWebSignature named =
        with(good, Bytes.utf8(header.replace("RS512", "RS256")), only.signature());
    assertThrows(
        JoseException.AlgorithmMismatch.class, () -> Jws2017.verify(named, 0, signer.publicJwk()));
    JsonWebSignature spaced = with(good, Bytes.utf8(header + " "), only.signature());
    assertThrows(
        JoseException.BadSignature.class, () -> Jws2017.verify(spaced, 0, signer.publicJwk()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{", "5"})
  void headersThatAreNoObjectsAreMalformed(String header) {
    JsonWebSignature bad = with(signed(), Bytes.utf8(header), Bytes.EMPTY);
    assertThrows(JoseException.Malformed.class, () -> Jws2017.verify(bad, 0, signer.publicJwk()));
  }

  @Test
  void extensionsOfHeadersAreRefused() {
    JsonWebSignature bad =
        with(signed(), Bytes.utf8("{\"alg\":\"RS512\",\"crit\":[\"x\"]}"), Bytes.EMPTY);
    assertThrows(
        JoseException.UnsupportedAlgorithm.class, () -> Jws2017.verify(bad, 0, signer.publicJwk()));
  }

  @Test
  void flattenedFormOf2016IsVerified() {
    JsonWebSignature old = flattened("{\"alg\":\"RS512\",\"kid\":\"k\"}", false);
    assertTrue(Jws2017.isFlattened(old, 0));
    assertEquals("k", Jws2017.kid(old, 0));
    Jws2017.verify(old, 0, signer.publicJwk());
    JsonWebSignature doubled = flattened("{\"alg\":\"RS512\",\"kid\":\"k\"}", true);
    JoseException e =
        assertThrows(
            JoseException.Malformed.class, () -> Jws2017.verify(doubled, 0, signer.publicJwk()));
    assertTrue(e.problem().contains("no header besides the protected one"), e.problem());
    JsonWebSignature nameless = flattened("{\"alg\":\"RS512\"}", false);
    assertThrows(
        JoseException.Malformed.class, () -> Jws2017.verify(nameless, 0, signer.publicJwk()));
  }

  @Test
  void messagesAreReadByTheirRecipientsOnly() {
    JsonWebEncryption message =
        Jwe2017.encrypt(
            TEXT, List.of(new Jwe.Recipient("k", reader.publicJwk())), TestKeys.random());
    assertEquals(TEXT, Jwe2017.decrypt(message, "k", reader));
    JoseException e =
        assertThrows(JoseException.NoRecipient.class, () -> Jwe2017.decrypt(message, "x", reader));
    assertEquals("the message is not for \"x\" but for k", e.problem());
    PrivateJwk other = TestKeys.of(KeySpec.RSA_2048_OAEP);
    assertThrows(JoseException.BadKey.class, () -> Jwe2017.decrypt(message, "k", other));
    assertThrows(
        JoseException.BadKey.class,
        () ->
            Jwe2017.encrypt(
                TEXT, List.of(new Jwe.Recipient("k", other.publicJwk())), TestKeys.random()));
    assertThrows(
        IllegalArgumentException.class, () -> Jwe2017.encrypt(TEXT, List.of(), TestKeys.random()));
  }

  private static JsonWebEncryption changed(
      JsonWebEncryption message, String header, @Nullable String alg) {
    ObjectNode own = message.recipients().get(0).header();
    if (alg == null) {
      own.remove("alg");
    } else {
      own.put("alg", alg);
    }
    return new JsonWebEncryption(
        Bytes.utf8(header),
        null,
        List.of(new JsonWebEncryption.WrappedKey(own, message.recipients().get(0).encryptedKey())),
        null,
        message.iv(),
        message.ciphertext(),
        message.tag());
  }

  @Test
  void algorithmsOfTheHeadersAreChecked() {
    JsonWebEncryption message =
        Jwe2017.encrypt(
            TEXT, List.of(new Jwe.Recipient("k", reader.publicJwk())), TestKeys.random());
    for (String header : List.of("{\"enc\":\"A256CBC\"}", "{\"alg\":\"AE128\"}")) {
      assertEquals(TEXT, Jwe2017.decrypt(changed(message, header, null), "k", reader));
    }
    JsonWebEncryption content = changed(message, "{\"enc\":\"A256GCM\"}", "RSA-OAEP");
    assertThrows(
        JoseException.UnsupportedAlgorithm.class, () -> Jwe2017.decrypt(content, "k", reader));
    JsonWebEncryption broken = changed(message, "{", "RSA-OAEP");
    assertThrows(JoseException.Malformed.class, () -> Jwe2017.decrypt(broken, "k", reader));
    JsonWebEncryption named = changed(message, "{\"enc\":\"A256CBC\"}", "RSA1_5");
    JoseException e =
        assertThrows(
            JoseException.AlgorithmMismatch.class, () -> Jwe2017.decrypt(named, "k", reader));
    assertEquals("the message says alg \"RSA1_5\"; the key is for \"RSA-OAEP\"", e.problem());
  }

  @Test
  void messagesUnderASecretNameTheirAlgorithm() {
    SecretBytes secret = TestKeys.secret("0123456789abcdef");
    JsonWebEncryption message = Jwe2017.encryptUnderSecret(TEXT, secret, "id", TestKeys.random());
    assertEquals(TEXT, Jwe2017.decryptUnderSecret(message, secret, "id"));
    assertThrows(
        JoseException.NoRecipient.class,
        () -> Jwe2017.decryptUnderSecret(message, secret, "other"));
    JsonWebEncryption unnamed = changed(message, "{\"enc\":\"A256CBC\"}", null);
    assertThrows(
        JoseException.AlgorithmMismatch.class,
        () -> Jwe2017.decryptUnderSecret(unnamed, secret, "id"));
    assertThrows(
        JoseException.DecryptionFailed.class,
        () -> Jwe2017.decryptUnderSecret(message, TestKeys.secret("other"), "id"));
  }
}
