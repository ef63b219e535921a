package dev.meshsim.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.json.MeshJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Messages whose recipients have no name: the key is tried with each that it may be. */
class UnnamedRecipientsTest {

  private static final SecretBytes TEXT = TestKeys.secret("to be kept");

  private final PrivateJwk mine = TestKeys.of(KeySpec.X25519);
  private final PrivateJwk others = TestKeys.of(KeySpec.X25519, "mallory-laptop");

  /** A message to these keys, whose recipients' headers were changed. */
  private static JsonWebEncryption message(Consumer<ObjectNode> change, PrivateJwk... keys) {
    List<Jwe.Recipient> recipients = new ArrayList<>();
    for (PrivateJwk key : keys) {
      recipients.add(new Jwe.Recipient("k" + recipients.size(), key.publicJwk()));
    }
    JsonNode tree = MeshJson.toTree(Jwe.encrypt(TEXT, recipients, TestKeys.random()));
    tree.get("recipients").forEach(one -> change.accept((ObjectNode) one.get("header")));
    return MeshJson.fromTree(tree, JsonWebEncryption.class);
  }

  private static JsonWebEncryption unnamed(PrivateJwk... keys) {
    return message(header -> header.remove("kid"), keys);
  }

  private static ForeignJwk foreign(PrivateJwk key) {
    return ForeignJwk.fromJson(MeshJson.readTree(Bytes.of(key.toJson(null).expose())));
  }

  @ParameterizedTest
  @EnumSource(names = {"X25519", "X448", "P256_AGREE", "RSA_2048_OAEP"})
  void eachOfOnesKeysOpens(KeySpec spec) {
    PrivateJwk one = TestKeys.of(spec);
    PrivateJwk two = TestKeys.of(spec, "mallory-laptop");
    JsonWebEncryption message = unnamed(one, two);
    for (PrivateJwk key : List.of(one, two)) {
      assertEquals(TEXT, Jwe.decrypt(message, foreign(key)));
      assertEquals(TEXT, Jwe.decrypt(message, "any", key));
    }
  }

  @Test
  void recipientsOfOtherAlgorithmsAreSkipped() {
    JsonWebEncryption message =
        unnamed(TestKeys.of(KeySpec.RSA_2048_OAEP), TestKeys.of(KeySpec.X448), others, mine);
    assertEquals(TEXT, Jwe.decrypt(message, "any", mine));
    assertEquals(TEXT, Jwe.decrypt(message, foreign(mine)));
    JsonWebEncryption rsa = unnamed(TestKeys.of(KeySpec.RSA_2048_OAEP));
    JoseException e =
        assertThrows(JoseException.NoRecipient.class, () -> Jwe.decrypt(rsa, "any", mine));
    assertTrue(e.problem().endsWith("but for one without a name"), e.problem());
  }

  @Test
  void nameGoesBeforeNoName() {
    JsonWebEncryption message =
        message(
            header -> {
              if (header.get("kid").asString().equals("k0")) {
                header.remove("kid");
              }
            },
            others,
            mine);
    assertEquals(TEXT, Jwe.decrypt(message, "k1", mine));
    assertThrows(JoseException.DecryptionFailed.class, () -> Jwe.decrypt(message, "k1", others));
    assertEquals(TEXT, Jwe.decrypt(message, "k9", others));
  }

  @Test
  void oneNameForTwoKeysIsTriedTwice() {
    JsonWebEncryption message = message(header -> header.put("kid", "k"), others, mine);
    assertEquals(TEXT, Jwe.decrypt(message, "k", mine));
    assertEquals(TEXT, Jwe.decrypt(message, "k", others));
  }

  @Test
  void malformedRecipientHidesNoOther() {
    for (Consumer<ObjectNode> damage :
        List.<Consumer<ObjectNode>>of(
            header -> header.remove("epk"),
            header -> header.put("epk", 5),
            header -> header.put("kid", 5),
            header -> header.put("alg", 5),
            header -> header.put("enc", "A256GCM"),
            header -> header.put("crit", "x"))) {
      JsonWebEncryption message = unnamed(others, mine);
      JsonNode tree = MeshJson.toTree(message);
      damage.accept((ObjectNode) tree.at("/recipients/0/header"));
      JsonWebEncryption damaged = MeshJson.fromTree(tree, JsonWebEncryption.class);
      assertEquals(TEXT, Jwe.decrypt(damaged, "any", mine));
      assertEquals(TEXT, Jwe.decrypt(damaged, foreign(mine)));
      assertThrows(JoseException.class, () -> Jwe.decrypt(damaged, "any", others));
    }
  }

  @Test
  void workIsBounded() {
    List<PrivateJwk> keys = new ArrayList<>(Collections.nCopies(JweHeaders.MOST_TRIED - 1, others));
    keys.add(mine);
    JsonWebEncryption most = unnamed(keys.toArray(new PrivateJwk[0]));
    assertEquals(TEXT, Jwe.decrypt(most, "any", mine));
    assertEquals(TEXT, Jwe.decrypt(most, foreign(mine)));
    keys.add(0, others);
    PrivateJwk[] all = keys.toArray(new PrivateJwk[0]);
    JoseException e =
        assertThrows(JoseException.Malformed.class, () -> Jwe.decrypt(unnamed(all), "any", mine));
    assertTrue(e.problem().startsWith("17 recipients of the message may be this key"), e.problem());
    assertThrows(JoseException.Malformed.class, () -> Jwe.decrypt(unnamed(all), foreign(mine)));
    assertEquals(TEXT, Jwe.decrypt(message(header -> {}, all), "k16", mine));
  }

  @Test
  void failureOfAllIsOneFailure() {
    PrivateJwk third = TestKeys.of(KeySpec.X25519, "carol-phone");
    JoseException e =
        assertThrows(
            JoseException.DecryptionFailed.class,
            () -> Jwe.decrypt(unnamed(others, mine), "any", third));
    assertEquals(new JoseException.DecryptionFailed().getMessage(), e.getMessage());
  }

  @Test
  void failureOfTheKeyGoesBeforeADamagedRecipient() {
    for (int damaged = 0; damaged < 2; damaged++) {
      JsonNode tree = MeshJson.toTree(unnamed(others, others));
      ((ObjectNode) tree.at("/recipients/" + damaged + "/header")).remove("epk");
      JsonWebEncryption message = MeshJson.fromTree(tree, JsonWebEncryption.class);
      assertThrows(JoseException.DecryptionFailed.class, () -> Jwe.decrypt(message, "any", mine));
    }
  }
}
