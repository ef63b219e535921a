package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.JsonWebEncryption;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.profile.EscrowedKeySet;
import dev.meshsim.profile.trust.EscrowSeal;
import dev.meshsim.session.application.ApplicationException;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.share.KeyShare;
import dev.meshsim.share.Secret;
import dev.meshsim.udf.UdfFormat;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Recovery of a profile from its shares: developer-08 sections 6.6 to 6.8. */
class RecoveryTest {

  private static final String ALICE = "alice@example.com";

  private final SeededWorld world = World.seeded(3);
  private final MeshPortalDirect portal =
      MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());
  private final MeshMachineCached desktop = new MeshMachineCached(world, "desktop");
  private final MeshSession session = new MeshSession(desktop, portal);
  private final PersonalProfile profile =
      new PersonalProfile(session.createDevice().deviceProfile());
  private final PersonalSession alice = session.createAccount(ALICE, profile);
  private final OfflineEscrowEntry entry = new OfflineEscrowEntry(profile, 2, 4);

  @Test
  void everyPairOfSharesRecovers() {
    alice.escrow(entry);
    List<KeyShare> shares = entry.keyShares();
    for (int i = 0; i < shares.size(); i++) {
      for (int j = 0; j < shares.size(); j++) {
        if (i != j) {
          world.advance(Duration.ofSeconds(1));
          MeshSession machine = new MeshSession(new MeshMachineCached(world, "m" + i + j), portal);
          PersonalSession again = machine.recover(new Secret(shares.get(i), shares.get(j)), ALICE);
          assertEquals(profile.udf(), again.udf());
        }
      }
    }
  }

  @Test
  void theRecoveredKeySetIsTheSameOctets() {
    EscrowedKeySet before = profile.keys().escrowed();
    Secret secret = new Secret(entry.keyShares().subList(1, 3));
    EscrowedKeySet after = EscrowSeal.open(entry.sealed(), secret.bytes());
    assertEquals(before.toJson(Dialect.MESH), after.toJson(Dialect.MESH));
  }

  @Test
  void anAlteredEntryIsNotOpened() {
    Secret secret = new Secret(entry.keyShares().subList(1, 3));
    JsonWebEncryption good = entry.sealed().encryptedData();
    byte[] octets = good.ciphertext().toArray();
    octets[0] ^= 1;
    var bad =
        new dev.meshsim.profile.OfflineEscrowEntry(
            entry.udf(),
            new JsonWebEncryption(
                good.protectedHeader(),
                good.unprotected(),
                good.recipients(),
                good.aad(),
                good.iv(),
                Bytes.of(octets),
                good.tag()));
    assertThrows(JoseException.DecryptionFailed.class, () -> EscrowSeal.open(bad, secret.bytes()));
  }

  @Test
  void anEntryUnderAnotherIdentifierIsNotOpened() {
    Secret secret = new Secret(entry.keyShares().subList(1, 3));
    OfflineEscrowEntry other = new OfflineEscrowEntry(profile, 2, 4);
    var moved =
        new dev.meshsim.profile.OfflineEscrowEntry(other.udf(), entry.sealed().encryptedData());
    assertThrows(MeshException.class, () -> EscrowSeal.open(moved, secret.bytes()));
  }

  @Test
  void devicesAndApplicationsStayAndTheOnlineKeyIsNew() {
    alice.escrow(entry);
    MeshSession ring = connectRing();
    ApplicationSession application = alice.add(new PasswordProfile(true));
    application.passwordProfile().put("example.com", "alice", "secret");
    application.update();
    var before = alice.personalProfile();
    world.advance(Duration.ofSeconds(1));
    alice.delete();
    PersonalSession again = session.recover(new Secret(entry.keyShares().subList(0, 2)), ALICE);
    var after = again.personalProfile();
    assertEquals(before.devices(), after.devices());
    assertEquals(before.profile().applications(), after.profile().applications());
    assertNotEquals(before.master().onlineSignatureKeys(), after.master().onlineSignatureKeys());
    assertEquals(
        "secret",
        again
            .application(application.udf().text())
            .passwordProfile()
            .get("example.com")
            .orElseThrow()
            .password());
    assertEquals(2, ring.personalSession(ALICE).refresh().devices().size());
  }

  @Test
  void onANewMachineItsDeviceJoinsTheProfile() {
    alice.escrow(entry);
    MeshSession laptop = new MeshSession(new MeshMachineCached(world, "laptop"), portal);
    PersonalSession again = laptop.recover(new Secret(entry.keyShares().subList(2, 4)), ALICE);
    assertEquals(2, again.personalProfile().devices().size());
    assertEquals(laptop.machine().devices().get(0).identifier(), again.thisDevice().identifier());
  }

  @Test
  void anApplicationIsRecoveredWithTheEscrowKey() {
    alice.escrow(entry);
    ApplicationSession application = alice.add(new PasswordProfile(true), false);
    application.passwordProfile().put("example.com", "alice", "secret");
    application.update();
    String udf = application.udf().text();
    MeshSession laptop = new MeshSession(new MeshMachineCached(world, "laptop"), portal);
    PersonalSession again = laptop.recover(new Secret(entry.keyShares().subList(2, 4)), ALICE);
    assertEquals(
        ApplicationException.Code.CANNOT_DECRYPT,
        assertThrows(ApplicationException.class, () -> again.application(udf)).errorCode());
    again.recoverApplication(udf);
    assertEquals(
        "alice",
        again.application(udf).passwordProfile().get("example.com").orElseThrow().username());
  }

  @Test
  void aDeletedAccountIsBoundAgain() {
    alice.escrow(entry);
    alice.deleteAccount();
    MeshSession laptop = new MeshSession(new MeshMachineCached(world, "laptop"), portal);
    assertEquals(
        profile.udf(),
        laptop.recoverToNewAccount(new Secret(entry.keyShares().subList(0, 2)), ALICE).udf());
    assertFalse(session.validate(ALICE).valid());
  }

  @Test
  void aSecretWithoutEntryRecoversNothing() {
    PortalRefusedException e =
        assertThrows(
            PortalRefusedException.class,
            () -> session.recover(new Secret(entry.keyShares().subList(0, 2)), ALICE));
    assertEquals(404, e.status());
  }

  @Test
  void anotherPersonsEntryIsNotUsed() {
    alice.escrow(entry);
    MeshSession bob = new MeshSession(new MeshMachineCached(world, "bob"), portal);
    bob.createAccount("bob@example.com", new PersonalProfile(bob.createDevice().deviceProfile()));
    MeshSession laptop = new MeshSession(new MeshMachineCached(world, "laptop"), portal);
    Secret secret = new Secret(entry.keyShares().subList(0, 2));
    SessionException e =
        assertThrows(SessionException.class, () -> laptop.recover(secret, "bob@example.com"));
    assertEquals(SessionException.Code.OTHER_PROFILE, e.errorCode());
  }

  @Test
  void deletingLeavesNoMasterKeyAndKeepsTheDevice() {
    int keys = desktop.store().list(RecordKind.PRIVATE_KEY).size();
    alice.delete();
    assertEquals(keys - 3, desktop.store().list(RecordKind.PRIVATE_KEY).size());
    assertEquals(1, desktop.devices().size());
    assertTrue(desktop.store().list(RecordKind.PERSONAL).isEmpty());
    assertTrue(desktop.store().list(RecordKind.ACCOUNT).isEmpty());
    assertEquals(
        SessionException.Code.DELETED,
        assertThrows(SessionException.class, alice::personalProfile).errorCode());
  }

  @Test
  void theIdentifierIsThatOfTheSecret() {
    Secret secret = new Secret(entry.keyShares().subList(1, 3));
    assertEquals(entry.udf(), secret.identifier(UdfFormat.MESH));
  }

  private MeshSession connectRing() {
    MeshSession ring = new MeshSession(new MeshMachineCached(world, "ring"), portal);
    ConnectionAttempt attempt = ring.connect(ring.createDevice(), ALICE);
    alice.connectClose(
        alice.connectPending().pending().get(0),
        ConnectionStatus.ACCEPTED,
        attempt.authenticator());
    attempt.await(attempt.authenticator());
    return ring;
  }
}
