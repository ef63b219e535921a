package dev.meshsim.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.cipher.ContentEncryption;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.json.MeshJson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A recipient is found by its name and algorithm; a refusal says whose message it is. */
class ForeignRecipientsTest {

  private static final SecretBytes TEXT = SecretBytes.copyOf(new byte[] {1, 2, 3});

  private final PrivateJwk mine = TestKeys.of(KeySpec.X25519);

  private static ForeignJwk foreign(PrivateJwk key, @Nullable String kid) {
    return ForeignJwk.fromJson(MeshJson.readTree(Bytes.of(key.toJson(kid).expose())));
  }

  private JsonWebEncryption message(@Nullable String kid) {
    JsonNode tree =
        MeshJson.toTree(
            Jwe.encrypt(
                TEXT, List.of(new Jwe.Recipient("k", mine.publicJwk())), TestKeys.random()));
    ObjectNode header = (ObjectNode) tree.at("/recipients/0/header");
    header.remove("kid");
    if (kid != null) {
      header.put("kid", kid);
    }
    return MeshJson.fromTree(tree, JsonWebEncryption.class);
  }

  @ParameterizedTest
  @CsvSource({"a, a", "a, ", ", a", ", "})
  void nameThatOneSideLacksIsNoHindrance(@Nullable String ofKey, @Nullable String ofMessage) {
    ForeignJwk key = foreign(mine, ofKey);
    assertEquals(ofKey, key.kid());
    assertEquals("ForeignJwk[ECDH-ES+A256KW]", key.toString());
    assertEquals(TEXT, Jwe.decrypt(message(ofMessage), key));
  }

  @Test
  void otherNamesAndAlgorithmsAreNoRecipient() {
    JoseException named =
        assertThrows(
            JoseException.NoRecipient.class, () -> Jwe.decrypt(message("a"), foreign(mine, "b")));
    assertEquals(
        "the message has no recipient with this key's identifier and alg \"ECDH-ES+A256KW\"",
        named.problem());
    ForeignJwk rsa = foreign(TestKeys.of(KeySpec.RSA_2048_OAEP), null);
    assertNull(rsa.kid());
    assertThrows(JoseException.NoRecipient.class, () -> Jwe.decrypt(message(null), rsa));
  }

  @Test
  void unknownContentEncryptionIsNamedWithThoseThatAreRead() {
    ObjectNode tree = (ObjectNode) MeshJson.toTree(message(null));
    tree.put("protected", Bytes.utf8("{\"enc\":\"A512GCM\"}").base64Url());
    JsonWebEncryption other = MeshJson.fromTree(tree, JsonWebEncryption.class);
    JoseException e =
        assertThrows(
            JoseException.UnsupportedAlgorithm.class,
            () -> Jwe.decrypt(other, foreign(mine, null)));
    assertEquals("the content is encrypted with \"A512GCM\", which is not supported", e.problem());
    assertEquals(
        "supported are A128GCM, A192GCM, A256GCM, A128CBC-HS256, A192CBC-HS384, A256CBC-HS512",
        e.hint());
  }

  @Test
  void sharedKeyDecryptsUntilItIsClosed() {
    SecretBytes shared = TestKeys.random().secret(32);
    JsonWebEncryption direct = Jwe.encryptDirect(TEXT, shared, "k", TestKeys.random());
    ObjectNode members = (ObjectNode) MeshJson.readTree(Bytes.utf8("{\"kty\":\"oct\"}"));
    members.put("alg", "A256GCM").put("k", Bytes.of(shared.expose()).base64Url());
    ForeignJwk key = ForeignJwk.fromJson(members);
    assertEquals(TEXT, Jwe.decrypt(direct, key));
    ObjectNode tree = (ObjectNode) MeshJson.toTree(direct);
    ((ObjectNode) tree.at("/recipients/0")).put("encrypted_key", "AA");
    JsonWebEncryption twoKeys = MeshJson.fromTree(tree, JsonWebEncryption.class);
    assertThrows(JoseException.Malformed.class, () -> Jwe.decrypt(twoKeys, key));
    key.close();
    assertThrows(JoseException.DecryptionFailed.class, () -> Jwe.decrypt(direct, key));
  }

  @Test
  void recipientsAreNamedUpToFour() {
    List<Jwe.Recipient> recipients = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      recipients.add(new Jwe.Recipient("k" + i, mine.publicJwk()));
      names.add("k" + i);
      JsonWebEncryption message = Jwe.encrypt(TEXT, recipients, TestKeys.random());
      JoseException e =
          assertThrows(JoseException.NoRecipient.class, () -> Jwe.decrypt(message, "x", mine));
      String more = i > 4 ? " and " + (i - 4) + " more" : "";
      assertEquals(
          "the message is not for \"x\" but for "
              + String.join(", ", names.subList(0, Math.min(i, 4)))
              + more,
          e.problem());
    }
  }

  @Test
  void keyThatIsAgreedComesWithoutAWrappedOne() {
    ObjectNode header = (ObjectNode) MeshJson.readTree(Bytes.utf8("{}"));
    JoseException e =
        assertThrows(
            JoseException.Malformed.class,
            () ->
                KeyManagement.agreed(
                    mine.material(), header, new byte[1], ContentEncryption.A256GCM));
    assertTrue(e.problem().contains("\"encrypted_key\" must be absent"), e.problem());
  }

  @Test
  void keyForSha1OpensNothingOutsideTheOldDialect() {
    JoseException e =
        assertThrows(
            JoseException.BadKey.class,
            () -> KeyManagement.opener(Algorithm.RSA_OAEP, mine.material()));
    assertTrue(e.problem().contains("only for the portal-2017 dialect"), e.problem());
  }
}
