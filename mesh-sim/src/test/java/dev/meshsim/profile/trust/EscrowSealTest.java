package dev.meshsim.profile.trust;

import static dev.meshsim.profile.trust.TrustScene.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.JsonWebEncryption;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.profile.EscrowedKeySet;
import dev.meshsim.profile.OfflineEscrowEntry;
import dev.meshsim.profile.ProfileException;
import dev.meshsim.share.Secret;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.World;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class EscrowSealTest {

  private final EscrowedKeySet keys =
      new EscrowedKeySet(key("master", KeySpec.ED25519), List.of(key("escrow", KeySpec.X25519)));
  private final Secret secret = Secret.random(128, TrustScene.random());
  private final OfflineEscrowEntry entry =
      opened(
          octets ->
              EscrowSeal.seal(
                  keys, secret.identifier(Dialect.MESH.udfFormat()), octets, TrustScene.random()));

  @Test
  void theSecretOpensWhatItSealed() {
    EscrowedKeySet again = opened(octets -> EscrowSeal.open(entry, octets));
    assertEquals(keys.masterSignatureKey().publicJwk(), again.masterSignatureKey().publicJwk());
    assertEquals(1, again.masterEscrowKeys().size());
    assertEquals(2, opened(octets -> EscrowSeal.openKeys(entry, octets)).items().size());
  }

  @Test
  void anotherSecretOpensNothing() {
    try (Secret other = Secret.random(128, World.seeded(33).stream("alice", "other"));
        SecretBytes octets = other.bytes()) {
      assertThrows(MeshException.class, () -> EscrowSeal.open(entry, octets));
      assertThrows(MeshException.class, () -> EscrowSeal.openKeys(entry, octets));
    }
  }

  @Test
  void anEntryOf2016WithoutARecipientHeaderHoldsNoKey() {
    Udf of2017 = TrustScene.foreign(key("rsa", KeySpec.RSA_2048_SIGN)).udf();
    OfflineEscrowEntry bare = new OfflineEscrowEntry(of2017, withRecipient(true));
    opened(
        octets -> {
          ProfileException refused =
              assertThrows(ProfileException.class, () -> EscrowSeal.openKeys(bare, octets));
          assertEquals(ProfileException.Code.NO_KEY, refused.errorCode());
          return refused;
        });
    EscrowSeal.requireKey(new OfflineEscrowEntry(of2017, withRecipient(false)));
    EscrowSeal.requireKey(new OfflineEscrowEntry(entry.identifier(), withRecipient(true)));
  }

  private JsonWebEncryption withRecipient(boolean bare) {
    JsonWebEncryption sealed = entry.encryptedData();
    ObjectNode header = JsonNodeFactory.instance.objectNode();
    return new JsonWebEncryption(
        sealed.protectedHeader(),
        null,
        List.of(new JsonWebEncryption.WrappedKey(bare ? null : header, Bytes.EMPTY)),
        null,
        sealed.iv(),
        sealed.ciphertext(),
        sealed.tag());
  }

  private <T> T opened(Function<SecretBytes, T> use) {
    try (SecretBytes octets = secret.bytes()) {
      return use.apply(octets);
    }
  }
}
