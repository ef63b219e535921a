package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.InterposedPortal;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.MeshPortals;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.profile.Entry;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.GetResponse;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.sim.hostile.HostileBehaviour;
import dev.meshsim.sim.hostile.HostilePortal;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client believes no answer that contradicts what it knows already, and stores none. */
class UntrustedPortalTest {

  private static String codeOf(Runnable call) {
    return assertThrows(MeshException.class, call::run).code();
  }

  /** A removed device and its portal agree to let the device administer the profile again. */
  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aRemovedAdministratorDoesNotComeBack(Dialect dialect) {
    Household home = new Household(dialect);
    PersonalSession laptop = home.administrator("laptop");
    VerifiedPersonalProfile before = laptop.refresh();
    home.alice.refresh();
    home.alice.removeDevice(Household.device(laptop));
    SignedPersonalProfile known = home.alice.personalProfile().signed();
    home.tick();
    home.tick();
    home.tick();

    PrivateJwk key = SessionKeys.administrator(laptop).key();
    SignedPersonalProfile again =
        ProfileSigner.successor(
            before
                .profile()
                .withDevice(before.profile().devices().get(0), dialect.cut(home.world.now())),
            known,
            List.of(key),
            home.world.stream("laptop", "test"));
    InterposedPortal way = new InterposedPortal(home.portal);
    way.next(Transaction.GET, (request, to) -> answer(dialect, again));
    PersonalSession alice = new MeshSession(home.desktop, way).personalSession(Household.ALICE);
    assertEquals("session.rollback", codeOf(alice::refresh));
    assertEquals(known, home.alice.personalProfile().signed());
  }

  private static Bytes answer(Dialect dialect, Entry entry) {
    return MessageCodec.write(dialect, new GetResponse(201, "", List.of(entry), null, null));
  }

  /** Alice at one portal, and another one that lies. */
  private static final class TwoPortals {

    final SeededWorld world = World.seeded(17);
    final MeshPortalDirect home =
        MeshPortalDirect.open(world, "example.com", Dialect.MESH, new MemoryPortalStore());
    final MeshPortalDirect away =
        MeshPortalDirect.open(world, "other.example", Dialect.MESH, new MemoryPortalStore());
    final HostilePortal hostileHome = new HostilePortal(world, home);
    final HostilePortal hostileAway = new HostilePortal(world, away);
    final MeshMachineCached machine = new MeshMachineCached(world, "desktop");
    final MeshSession session =
        new MeshSession(
            machine, MeshPortals.of(hostileHome.seenBy("desktop"), hostileAway.seenBy("desktop")));
    final PersonalSession alice =
        session.createAccount(
            "alice@example.com", new PersonalProfile(session.createDevice().deviceProfile()));

    void later() {
      world.advance(Duration.ofSeconds(2));
    }
  }

  @Test
  void aProfileThatDoesNotVerifyIsNotStoredWithANewAccount() {
    TwoPortals two = new TwoPortals();
    PersonalSession away = two.alice.addAccount("alice@other.example");
    away.deleteAccount();
    two.hostileAway.begin(HostileBehaviour.ALTERED_PROFILE, Optional.empty());
    assertEquals(
        "profile.bad-signature", codeOf(() -> two.alice.addAccount("alice@other.example")));
    assertEquals(List.of("alice@example.com"), two.alice.accounts());
    assertEquals(List.of("alice@example.com"), two.session.accounts());
  }

  @Test
  void anOlderApplicationIsNotCarriedToANewAccount() {
    TwoPortals two = new TwoPortals();
    ApplicationSession passwords = two.alice.add(new PasswordProfile(true), true);
    two.later();
    passwords.passwordProfile().put("bank.example", "alice", "second");
    passwords.update();
    SignedApplicationProfile latest = two.machine.application(passwords.udf()).orElseThrow();
    two.hostileHome.begin(HostileBehaviour.OLD_APPLICATION, Optional.empty());
    assertEquals("session.rollback", codeOf(() -> two.alice.addAccount("alice@other.example")));
    assertEquals(latest, two.machine.application(passwords.udf()).orElseThrow());
  }

  @Test
  void onlyAMachineThatKnowsAnApplicationSaysThatItIsWithheld() {
    TwoPortals two = new TwoPortals();
    ApplicationSession passwords = two.alice.add(new PasswordProfile(true), true);
    two.hostileHome.begin(HostileBehaviour.APPLICATION_WITHHELD, Optional.empty());
    assertEquals(
        "session.application-withheld",
        codeOf(() -> two.alice.application(passwords.udf().text())));

    PersonalSession phone = connected(two);
    assertEquals(
        "session.cannot-decrypt",
        codeOf(() -> phone.application(passwords.udf().text())),
        "the phone has no version of it");
  }

  private static PersonalSession connected(TwoPortals two) {
    MeshSession session =
        new MeshSession(new MeshMachineCached(two.world, "phone"), two.hostileHome.seenBy("phone"));
    ConnectionAttempt attempt = session.connect(session.createDevice(), "alice@example.com");
    String code = attempt.authenticator();
    two.alice.connectClose(
        two.alice.connectPending().withAuthenticator(code), ConnectionStatus.ACCEPTED, code);
    return attempt.await(code);
  }
}
