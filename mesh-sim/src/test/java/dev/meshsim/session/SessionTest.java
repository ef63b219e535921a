package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.Suite;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.Exchange;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.session.application.ApplicationException;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.share.Secret;
import dev.meshsim.world.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionTest {

  private static final String ALICE = "alice@example.com";

  @ParameterizedTest
  @EnumSource(
      value = Suite.class,
      names = {"ED25519", "ED448", "P256", "RSA_2048"})
  void theSameSeedGivesTheSameOctetsInEverySuite(Suite suite) {
    List<Bytes> once = flow(11, suite);
    assertEquals(once, flow(11, suite));
    assertFalse(once.equals(flow(12, suite)));
  }

  /** Everything that crosses the portal in the flow of developer-08 section 6. */
  private static List<Bytes> flow(long seed, Suite suite) {
    World world = World.seeded(seed);
    MeshPortalDirect portal = MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());
    MeshSession desktop = new MeshSession(new MeshMachineCached(world, "desktop"), portal, suite);
    PersonalProfile profile = new PersonalProfile(desktop.createDevice().deviceProfile());
    PersonalSession alice = desktop.createAccount(ALICE, profile);
    OfflineEscrowEntry entry = new OfflineEscrowEntry(profile, 2, 4);
    alice.escrow(entry);
    alice.delete();
    alice = desktop.recover(new Secret(entry.keyShares().get(0), entry.keyShares().get(2)), ALICE);
    MeshSession ring = new MeshSession(new MeshMachineCached(world, "ring"), portal, suite);
    ConnectionAttempt attempt = ring.connect(ring.createDevice(), ALICE);
    alice.connectClose(
        alice.connectPending().pending().get(0),
        ConnectionStatus.ACCEPTED,
        attempt.authenticator());
    PersonalSession onRing = attempt.await(attempt.authenticator());
    ApplicationSession passwords = alice.add(new PasswordProfile(true), false);
    passwords.addDevice(attempt.deviceUdf(), false);
    passwords.passwordProfile().put("example.com", "alice", "secret");
    passwords.update();
    assertEquals(
        "secret",
        onRing
            .application(passwords.udf().text())
            .passwordProfile()
            .get("example.com")
            .orElseThrow()
            .password());
    List<Bytes> octets = new ArrayList<>();
    for (Exchange exchange : portal.trace().exchanges()) {
      octets.add(
          exchange.signedEnvelope() == null ? exchange.request() : exchange.signedEnvelope());
      octets.add(exchange.response());
    }
    return octets;
  }

  @Test
  void aRefusedAccountLeavesNothingOnTheMachine() {
    Scene scene = new Scene();
    MeshMachineCached machine = new MeshMachineCached(scene.world, "other");
    MeshSession other = new MeshSession(machine, scene.portal);
    PersonalProfile profile = new PersonalProfile(other.createDevice().deviceProfile());
    int records = machine.store().list(dev.meshsim.machine.RecordKind.PRIVATE_KEY).size();
    assertEquals(
        409,
        assertThrows(PortalRefusedException.class, () -> other.createAccount(ALICE, profile))
            .status());
    assertEquals(records, machine.store().list(dev.meshsim.machine.RecordKind.PRIVATE_KEY).size());
    assertTrue(machine.personal(profile.udf()).isEmpty());
    assertEquals(profile.udf(), other.createAccount("alice2@example.com", profile).udf());
  }

  @Test
  void aSessionWithoutAnOnlineKeyIsNotAdministrator() {
    Scene scene = new Scene();
    PersonalSession ring = scene.connected("ring");
    SessionException e = assertThrows(SessionException.class, ring::connectPending);
    assertEquals(SessionException.Code.NOT_ADMINISTRATOR, e.errorCode());
  }

  @Test
  void aDeviceThatIsNotListedCannotReadAnApplication() {
    Scene scene = new Scene();
    PersonalSession ring = scene.connected("ring");
    ApplicationSession passwords = scene.alice.add(new PasswordProfile(true));
    ApplicationException e =
        assertThrows(ApplicationException.class, () -> ring.application(passwords.udf().text()));
    assertEquals(ApplicationException.Code.CANNOT_DECRYPT, e.errorCode());
  }

  @Test
  void aListedDeviceThatDoesNotAdministerCannotUpdate() {
    Scene scene = new Scene();
    PersonalSession ring = scene.connected("ring");
    ApplicationSession passwords = scene.alice.add(new PasswordProfile(true), false);
    passwords.addDevice(ring.thisDevice().identifier(), false).update();
    ApplicationSession onRing = ring.application(passwords.udf().text());
    onRing.passwordProfile().put("example.com", "ring", "guess");
    assertEquals(401, assertThrows(PortalRefusedException.class, onRing::update).status());
  }

  @Test
  void anUpdateOfAnAdministrationDeviceIsReadOnTheOther() {
    Scene scene = new Scene();
    PersonalSession ring = scene.connected("ring");
    ApplicationSession passwords = scene.alice.add(new PasswordProfile(true), false);
    passwords.addDevice(ring.thisDevice().identifier(), true).update();
    ApplicationSession onRing = ring.application(passwords.udf().text());
    onRing.passwordProfile().put("example.com", "alice", "secret");
    onRing.update();
    passwords.refresh();
    assertEquals("alice", passwords.passwordProfile().get("example.com").get().username());
  }

  @Test
  void twoSessionsOnOneProfileDoNotLoseEachOthersChanges() {
    Scene scene = new Scene();
    PersonalSession first = scene.session.personalSession(ALICE);
    ApplicationSession one = first.add(new PasswordProfile(true));
    ApplicationSession two = scene.alice.add(new PasswordProfile(true));
    assertEquals(
        List.of(one.udf(), two.udf()), scene.alice.applicationsOfType(PasswordProfile.TYPE));
  }

  @Test
  void aPortalThatGoesBackInTimeIsNoticed() {
    Scene scene = new Scene();
    List<Bytes> old = new ArrayList<>();
    MeshPortal liar =
        new MeshPortal() {
          @Override
          public String domain() {
            return "example.com";
          }

          @Override
          public Bytes exchange(Bytes request) {
            Bytes response = scene.portal.exchange(request);
            if (request.utf8().startsWith("{\"Get\"")) {
              old.add(response);
              return old.get(0);
            }
            return response;
          }
        };
    MeshSession session = new MeshSession(scene.session.machine(), liar);
    PersonalSession alice = session.personalSession(ALICE);
    alice.refresh();
    alice.add(new PasswordProfile(true));
    assertEquals(
        SessionException.Code.ROLLBACK,
        assertThrows(SessionException.class, alice::refresh).errorCode());
  }

  @Test
  void aPortalThatGivesAnotherProfileIsNoticed() {
    Scene scene = new Scene();
    MeshSession bob = new MeshSession(new MeshMachineCached(scene.world, "bob"), scene.portal);
    bob.createAccount("bob@example.com", new PersonalProfile(bob.createDevice().deviceProfile()));
    MeshPortal liar =
        new MeshPortal() {
          @Override
          public String domain() {
            return "example.com";
          }

          @Override
          public Bytes exchange(Bytes request) {
            return scene.portal.exchange(
                Bytes.utf8(request.utf8().replace(ALICE, "bob@example.com")));
          }
        };
    PersonalSession alice = new MeshSession(scene.session.machine(), liar).personalSession(ALICE);
    assertEquals(
        SessionException.Code.PROFILE_CHANGED,
        assertThrows(SessionException.class, alice::refresh).errorCode());
  }

  @Test
  void theDefaultPortalIsUsedWhereNoneIsGiven() {
    Scene scene = new Scene();
    MeshPortal.setDefault(scene.portal);
    MeshSession session = new MeshSession(scene.session.machine());
    assertEquals(ALICE, session.personalSession().orElseThrow().account());
    assertFalse(session.validate(ALICE).valid());
  }

  @Test
  void noSecretIsPrinted() {
    Scene scene = new Scene();
    OfflineEscrowEntry entry = new OfflineEscrowEntry(scene.profile, 2, 3);
    String share = entry.keyShares().get(0).text();
    PasswordProfile passwords = new PasswordProfile(true).put("example.com", "alice", "hunter2");
    String printed =
        String.join(
            "\n",
            entry.toString(),
            entry.keyShares().toString(),
            entry.sealed().toString(),
            passwords.toString(),
            passwords.content().toString(),
            passwords.get("example.com").toString(),
            scene.profile.toString(),
            scene.profile.keys().toString());
    assertFalse(printed.contains("hunter2"), printed);
    assertFalse(printed.contains(share), printed);
    assertFalse(printed.contains("\"d\""), printed);
  }

  /** Alice, her desktop and her account. */
  private static final class Scene {
    final World world = World.seeded(5);
    final MeshPortalDirect portal =
        MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());
    final MeshSession session = new MeshSession(new MeshMachineCached(world, "desktop"), portal);
    final PersonalProfile profile = new PersonalProfile(session.createDevice().deviceProfile());
    final PersonalSession alice = session.createAccount(ALICE, profile);

    PersonalSession connected(String machine) {
      MeshSession other = new MeshSession(new MeshMachineCached(world, machine), portal);
      ConnectionAttempt attempt = other.connect(other.createDevice(), ALICE);
      alice.connectClose(
          alice.connectPending().pending().get(0),
          ConnectionStatus.ACCEPTED,
          attempt.authenticator());
      return attempt.await(attempt.authenticator());
    }
  }
}
