package dev.meshsim.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.json.MeshJson;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The protection of encrypted messages, and the refusal of altered ones. */
class EncryptionTest {

  private static final String SECRET = "to be kept";

  private final PrivateJwk key = TestKeys.of(KeySpec.X25519);
  private final JsonWebEncryption message = encrypt(key);

  private static JsonWebEncryption encrypt(PrivateJwk to) {
    return Jwe.encrypt(
        TestKeys.secret(SECRET),
        List.of(new Jwe.Recipient("k", to.publicJwk())),
        TestKeys.random());
  }

  /** The message with the string at {@code pointer} replaced by {@code text}. */
  private static JsonWebEncryption with(JsonWebEncryption message, String pointer, String text) {
    JsonNode tree = MeshJson.toTree(message);
    int end = pointer.lastIndexOf('/');
    ((ObjectNode) tree.at(pointer.substring(0, end))).put(pointer.substring(end + 1), text);
    return MeshJson.fromTree(tree, JsonWebEncryption.class);
  }

  private static String flipped(String base64Url, int at) {
    byte[] octets = Bytes.base64Url(base64Url).toArray();
    octets[at] ^= 1;
    return Bytes.of(octets).base64Url();
  }

  @ParameterizedTest
  @EnumSource(names = {"ED25519", "ED448", "P256", "RSA_2048"})
  void everyChangedOctetIsRefused(Suite suite) {
    PrivateJwk reader = TestKeys.of(suite.encryption());
    JsonWebEncryption good = encrypt(reader);
    JsonNode tree = MeshJson.toTree(good);
    for (String field :
        List.of("/protected", "/iv", "/ciphertext", "/tag", "/recipients/0/encrypted_key")) {
      String text = tree.at(field).asString();
      byte[] octets = Bytes.base64Url(text).toArray();
      for (int i = 0; i < octets.length; i += 1 + octets.length / 32) {
        refused(with(good, field, flipped(text, i)), reader);
      }
      for (int length : new int[] {0, octets.length - 1, octets.length + 1}) {
        Bytes other = Bytes.of(Arrays.copyOf(octets, length));
        refused(with(good, field, other.base64Url()), reader);
      }
    }
    assertEquals(TestKeys.secret(SECRET), Jwe.decrypt(good, "k", reader));
    PrivateJwk other = TestKeys.of(suite.encryption(), "mallory-laptop");
    assertThrows(JoseException.DecryptionFailed.class, () -> Jwe.decrypt(good, "k", other));
  }

  private static void refused(JsonWebEncryption bad, PrivateJwk reader) {
    assertThrows(MeshException.class, () -> Jwe.decrypt(bad, "k", reader), bad.toString());
  }

  @Test
  void everyFailedDecryptionHasOneMessage() {
    JsonNode tree = MeshJson.toTree(message);
    for (String field : List.of("/iv", "/ciphertext", "/tag", "/recipients/0/encrypted_key")) {
      JsonWebEncryption bad = with(message, field, flipped(tree.at(field).asString(), 0));
      JoseException.DecryptionFailed e =
          assertThrows(JoseException.DecryptionFailed.class, () -> Jwe.decrypt(bad, "k", key));
      assertEquals(new JoseException.DecryptionFailed().getMessage(), e.getMessage());
    }
    Bytes sameMembers = Bytes.utf8("{ \"enc\":\"A256GCM\"}");
    assertThrows(
        JoseException.DecryptionFailed.class,
        () -> Jwe.decrypt(with(message, "/protected", sameMembers.base64Url()), "k", key));
  }

  @Test
  void theKeyDecidesTheAlgorithm() {
    for (String alg : List.of("dir", "ECDH-ES", "ECDH-ES+A128KW", "RSA-OAEP-256", "RSA1_5")) {
      assertThrows(
          JoseException.AlgorithmMismatch.class,
          () -> Jwe.decrypt(with(message, "/recipients/0/header/alg", alg), "k", key));
    }
    Bytes weaker = Bytes.utf8("{\"enc\":\"A128GCM\"}");
    assertThrows(
        JoseException.UnsupportedAlgorithm.class,
        () -> Jwe.decrypt(with(message, "/protected", weaker.base64Url()), "k", key));
    assertThrows(
        JoseException.NoRecipient.class,
        () -> Jwe.decrypt(with(message, "/recipients/0/header/kid", "j"), "k", key));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
      })
  void pointsOfSmallOrderAreRefused(String point) {
    String x = Bytes.hex(point).base64Url();
    assertThrows(
        JoseException.DecryptionFailed.class,
        () -> Jwe.decrypt(with(message, "/recipients/0/header/epk/x", x), "k", key));
    ObjectNode weak = key.publicJwk().toJson(null).put("x", x);
    Jwe.Recipient recipient = new Jwe.Recipient("k", PublicJwk.fromJson(weak));
    assertThrows(
        JoseException.BadKey.class,
        () -> Jwe.encrypt(TestKeys.secret(SECRET), List.of(recipient), TestKeys.random()));
  }

  @Test
  void ephemeralKeysAreChecked() {
    PrivateJwk reader = TestKeys.of(KeySpec.P256_AGREE);
    JsonWebEncryption good = encrypt(reader);
    String x = MeshJson.toTree(good).at("/recipients/0/header/epk/x").asString();
    for (JsonWebEncryption bad :
        List.of(
            with(good, "/recipients/0/header/epk/x", flipped(x, 31)),
            with(good, "/recipients/0/header/epk/y", x),
            with(good, "/recipients/0/header/epk/crv", "P-384"),
            with(good, "/recipients/0/header/epk/kty", "OKP"),
            with(good, "/recipients/0/header/epk", "none"))) {
      assertThrows(JoseException.Malformed.class, () -> Jwe.decrypt(bad, "k", reader));
    }
    for (JsonWebEncryption bad :
        List.of(
            with(message, "/recipients/0/header/epk/crv", "X448"),
            with(message, "/recipients/0/header/epk/crv", "Ed25519"),
            with(message, "/recipients/0/header/epk/kty", "EC"))) {
      assertThrows(JoseException.Malformed.class, () -> Jwe.decrypt(bad, "k", key));
    }
  }

  @Test
  void extensionsAreRefused() {
    for (String header :
        List.of(
            "{\"enc\":\"A256GCM\",\"zip\":\"DEF\"}", "{\"enc\":\"A256GCM\",\"crit\":[\"x\"]}")) {
      JsonWebEncryption odd = with(message, "/protected", Bytes.utf8(header).base64Url());
      assertThrows(JoseException.UnsupportedAlgorithm.class, () -> Jwe.decrypt(odd, "k", key));
    }
    Bytes twice = Bytes.utf8("{\"enc\":\"A256GCM\",\"kid\":\"k\"}");
    assertThrows(
        JoseException.Malformed.class,
        () -> Jwe.decrypt(with(message, "/protected", twice.base64Url()), "k", key));
  }

  @Test
  void additionalMembersAreProtected() {
    JsonWebEncryption more =
        Jwe.encrypt(
            TestKeys.secret(SECRET),
            List.of(new Jwe.Recipient("k", key.publicJwk())),
            TestKeys.random(),
            Map.of("cty", "text/plain"));
    assertEquals("{\"enc\":\"A256GCM\",\"cty\":\"text/plain\"}", more.protectedHeader().utf8());
    assertEquals(TestKeys.secret(SECRET), Jwe.decrypt(more, "k", key));
  }

  @Test
  void aDirectKeyDecryptsOnlyUnderItsName() {
    SecretBytes shared = TestKeys.random().secret(32);
    JsonWebEncryption direct =
        Jwe.encryptDirect(TestKeys.secret(SECRET), shared, "k", TestKeys.random());
    assertTrue(MeshJson.write(direct).utf8().contains("\"recipients\":[{}]"));
    JsonWebEncryption read = Jwe.fromCompact(Jwe.toCompact(direct));
    assertEquals(TestKeys.secret(SECRET), Jwe.decryptDirect(read, "k", shared));
    assertThrows(JoseException.NoRecipient.class, () -> Jwe.decryptDirect(read, "j", shared));
    SecretBytes other = TestKeys.secret("0123456789abcdef0123456789abcdef");
    assertThrows(JoseException.DecryptionFailed.class, () -> Jwe.decryptDirect(read, "k", other));
    Bytes renamed = Bytes.utf8("{\"alg\":\"dir\",\"kid\":\"j\",\"enc\":\"A256GCM\"}");
    assertThrows(
        JoseException.DecryptionFailed.class,
        () -> Jwe.decryptDirect(with(direct, "/protected", renamed.base64Url()), "j", shared));
    assertThrows(
        JoseException.Malformed.class,
        () -> Jwe.decryptDirect(with(direct, "/recipients/0/encrypted_key", "AA"), "k", shared));
    assertThrows(
        JoseException.BadKey.class,
        () -> Jwe.encryptDirect(shared, TestKeys.secret("short"), "k", TestKeys.random()));
    assertThrows(JoseException.AlgorithmMismatch.class, () -> Jwe.decrypt(direct, "k", key));
  }

  @Test
  void otherAlgorithmsOfADirectKeyAreRefused() {
    SecretBytes shared = TestKeys.random().secret(32);
    JsonWebEncryption direct =
        Jwe.encryptDirect(TestKeys.secret(SECRET), shared, "k", TestKeys.random());
    Bytes wrap = Bytes.utf8("{\"alg\":\"A256KW\",\"kid\":\"k\",\"enc\":\"A256GCM\"}");
    assertThrows(
        JoseException.AlgorithmMismatch.class,
        () -> Jwe.decryptDirect(with(direct, "/protected", wrap.base64Url()), "k", shared));
    Bytes other = Bytes.utf8("{\"alg\":\"dir\",\"kid\":\"k\",\"enc\":\"A128GCM\"}");
    assertThrows(
        JoseException.UnsupportedAlgorithm.class,
        () -> Jwe.decryptDirect(with(direct, "/protected", other.base64Url()), "k", shared));
  }

  @ParameterizedTest
  @CsvSource({"kid, k", "alg, dir"})
  void theNameAndTheAlgorithmOfADirectKeyAreProtected(String name, String value) {
    SecretBytes shared = TestKeys.random().secret(32);
    JsonWebEncryption direct =
        Jwe.encryptDirect(TestKeys.secret(SECRET), shared, "k", TestKeys.random());
    ObjectNode header = (ObjectNode) MeshJson.readTree(direct.protectedHeader());
    assertEquals(value, header.remove(name).asString());
    JsonNode tree = MeshJson.toTree(with(direct, "/protected", MeshJson.write(header).base64Url()));
    ((ObjectNode) tree).putObject("unprotected").put(name, value);
    JsonWebEncryption moved = MeshJson.fromTree(tree, JsonWebEncryption.class);
    JoseException e =
        assertThrows(JoseException.Malformed.class, () -> Jwe.decryptDirect(moved, "k", shared));
    assertEquals("the header has no member \"" + name + "\" where it is protected", e.problem());
  }

  @Test
  void signatureKeysDoNotEncrypt() {
    PrivateJwk signing = TestKeys.of(KeySpec.ED25519);
    assertThrows(JoseException.BadKey.class, () -> new Jwe.Recipient("k", signing.publicJwk()));
    assertThrows(JoseException.BadKey.class, () -> Jwe.decrypt(message, "k", signing));
    assertThrows(
        IllegalArgumentException.class,
        () -> Jwe.encrypt(TestKeys.secret(SECRET), List.of(), TestKeys.random()));
  }

  @Test
  void anEmptyPlaintextIsEncrypted() {
    JsonWebEncryption empty =
        Jwe.encryptToOne(
            TestKeys.secret(""), new Jwe.Recipient("k", key.publicJwk()), TestKeys.random());
    assertEquals(TestKeys.secret(""), Jwe.decrypt(empty, "k", key));
  }

  @Test
  void nothingSecretIsPrinted() {
    assertFalse(message.toString().contains(SECRET));
    assertEquals("SecretBytes[10]", Jwe.decrypt(message, "k", key).toString());
  }
}
