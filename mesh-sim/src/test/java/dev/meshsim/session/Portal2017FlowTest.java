package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.Suite;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.share.Secret;
import dev.meshsim.share.ShareFormat;
import dev.meshsim.udf.UdfFormat;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The whole of developer-08 section 6 in the dialect of the reference implementation. */
class Portal2017FlowTest {

  private static final String ALICE = "alice@example.com";

  private final SeededWorld world = World.seeded(2017);
  private final MeshPortalDirect portal =
      MeshPortalDirect.open(world, "example.com", Dialect.PORTAL_2017, new MemoryPortalStore());
  private final MeshSession desktop = new MeshSession(new MeshMachineCached(world, "d"), portal);

  @Test
  void aProfileIsMadeEscrowedDeletedRecoveredSharedAndItsPasswordsRead() {
    assertTrue(desktop.validate(ALICE).valid());
    DeviceRegistration device = desktop.createDevice("Alice Desktop", "A desktop computer");
    PersonalProfile profile = new PersonalProfile(device.deviceProfile());
    assertEquals(UdfFormat.PORTAL_2017, profile.udf().format());
    PersonalSession alice = desktop.createAccount(ALICE, profile);
    assertFalse(desktop.validate(ALICE).valid());

    OfflineEscrowEntry escrow = new OfflineEscrowEntry(profile, 2, 4);
    assertEquals(ShareFormat.PORTAL_2017, escrow.keyShares().get(0).format());
    alice.escrow(escrow);
    alice.delete();
    Secret secret = new Secret(escrow.keyShares().get(0), escrow.keyShares().get(2));
    alice = desktop.recover(secret, ALICE);
    assertEquals(profile.udf(), alice.udf());

    MeshSession ring = new MeshSession(new MeshMachineCached(world, "ring"), portal);
    DeviceRegistration wearable = ring.createDevice("Alice Ring", "A wearable ring computer");
    ConnectionAttempt attempt = ring.connect(wearable, ALICE);
    assertEquals(35, attempt.authenticator().length());
    PendingConnection pending = alice.connectPending().pending().get(0);
    assertEquals(attempt.authenticator(), pending.authenticator());
    alice.connectClose(pending, ConnectionStatus.ACCEPTED, attempt.authenticator());
    PersonalSession onRing = attempt.await(pending.authenticator());

    PasswordProfile passwords = new PasswordProfile(true);
    ApplicationSession application = alice.add(passwords, false);
    application.addDevice(wearable.udf(), false);
    passwords.put("example.com", "alice", "secret");
    application.update();
    world.advance(Duration.ofSeconds(1));
    onRing.refresh();
    ApplicationSession read = onRing.application(application.udf().text());
    assertEquals("secret", read.passwordProfile().get("example.com").orElseThrow().password());
  }

  @Test
  void objectsAreWrittenInTheReferencesLayout() {
    DeviceRegistration device = desktop.createDevice();
    desktop.createAccount(ALICE, new PersonalProfile(device.deviceProfile()));
    String request = portal.trace().exchanges().get(1).request().utf8();
    String start =
        """
        {
          "CreateAccount": {
            "Account": "alice@example.com",
            "Profile": {
              "SignedPersonalProfile": {
                "Identifier": "%s",
                "SignedData": {
                  "unprotected": {
                    "dig": "S512"},
                  "payload": \""""
            .formatted(desktop.personalSession(ALICE).udf());
    assertTrue(request.startsWith(start), request);
  }

  @Test
  void aSessionSpeaksItsPortalsDialectAndNoOther() {
    SessionException refused =
        assertThrows(
            SessionException.class,
            () -> new MeshSession(new MeshMachineCached(world, "x"), portal, Suite.ED25519));
    assertEquals(SessionException.Code.OTHER_DIALECT, refused.errorCode());
    MeshPortalDirect mesh = MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());
    assertThrows(
        SessionException.class,
        () -> new MeshSession(new MeshMachineCached(world, "y"), mesh, Suite.RSA_2048_SHA1));
  }

  @Test
  void aMeshPortalRefusesAProfileOf2017() {
    DeviceRegistration device = desktop.createDevice();
    PersonalProfile profile = new PersonalProfile(device.deviceProfile());
    MeshPortalDirect mesh = MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());
    desktop.createAccount(ALICE, profile);
    String response = mesh.exchange(portal.trace().exchanges().get(1).request()).utf8();
    assertTrue(
        response.contains("\"Status\":400") || response.contains("\"Status\":401"), response);
  }
}
