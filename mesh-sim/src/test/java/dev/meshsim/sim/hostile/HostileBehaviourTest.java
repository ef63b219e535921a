package dev.meshsim.sim.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.session.ConnectionAttempt;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.OfflineEscrowEntry;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.share.Secret;
import dev.meshsim.testing.Exhaustive;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each lie against every call that reaches a portal: the call succeeds or fails with a code, and a
 * call that fails stores nothing.
 */
class HostileBehaviourTest {

  private static final String ALICE = "alice@example.com";
  private static final String REJECTED = "session.connection-refused";

  /** Alice's machines, with something in each that a lie can be about. */
  private static final class Home {

    final SeededWorld world = World.seeded(23);
    final HostilePortal portal;
    final MeshSession desktop;
    final MeshSession tablet;
    final MeshSession watch;
    final PersonalSession alice;
    final OfflineEscrowEntry voided;
    final OfflineEscrowEntry escrow;
    final ApplicationSession passwords;
    final List<String> codes = new ArrayList<>();

    Home(Dialect dialect) {
      MemoryPortalStore store = new MemoryPortalStore();
      MeshPortalDirect honest = MeshPortalDirect.open(world, "example.com", dialect, store);
      portal =
          new HostilePortal(
              world,
              honest,
              new TestCopies(world, "example.com", dialect, store, PortalPolicy.DEFAULT));
      desktop = machine("desktop");
      alice =
          desktop.createAccount(ALICE, new PersonalProfile(desktop.createDevice().deviceProfile()));
      later();
      voided = alice.newEscrowEntry(2, 3);
      alice.escrow(voided);
      escrow = alice.renewEscrow(2, 3);
      passwords = alice.add(new PasswordProfile(true), true);
      later();
      put("first");
      tablet = machine("tablet");
      asks(tablet);
      alice.connectReject(alice.connectPending().pending().get(0));
      assertEquals(Optional.of(REJECTED), codeOf(tablet, () -> polls(tablet)));
      watch = machine("watch");
      asks(watch);
      alice.connectReject(alice.connectPending().pending().get(0));
      asks(tablet);
    }

    MeshSession machine(String name) {
      return new MeshSession(new MeshMachineCached(world, name), portal.seenBy(name));
    }

    void later() {
      world.advance(Duration.ofSeconds(2));
    }

    void put(String password) {
      passwords.passwordProfile().put("bank.example", "alice", password);
      passwords.update();
      later();
    }

    void asks(MeshSession session) {
      session.connect(session.deviceOrNew(), ALICE);
      later();
    }

    void polls(MeshSession session) {
      session.connectionAttempt(ALICE).ifPresent(ConnectionAttempt::pollUncompared);
    }

    void joins() {
      MeshSession fresh = machine("fresh");
      ConnectionAttempt attempt = fresh.connect(fresh.createDevice(), ALICE);
      attempt.pollUncompared();
    }

    void recovers(String name, OfflineEscrowEntry entry) {
      MeshSession fresh = machine(name);
      try (Secret secret = new Secret(entry.keyShares().subList(0, 2))) {
        fresh.recover(secret, ALICE);
      }
    }

    /** Makes every call, and checks that one that fails has stored nothing. */
    void tryAll() {
      tries(desktop, alice::refresh);
      tries(desktop, () -> alice.application(passwords.udf().text()));
      tries(desktop, alice::connectPending);
      tries(tablet, () -> polls(tablet));
      tries(watch, () -> polls(watch));
      tries(desktop, this::joins);
      tries(desktop, () -> put("second"));
      tries(desktop, () -> recovers("recovered", escrow));
      later();
      tries(desktop, () -> recovers("again", voided));
      later();
    }

    void tries(MeshSession session, Runnable call) {
      codeOf(session, call).filter(code -> !code.equals(REJECTED)).ifPresent(codes::add);
    }

    Optional<String> codeOf(MeshSession session, Runnable call) {
      List<Object> before = stored(session.machine());
      try {
        call.run();
        return Optional.empty();
      } catch (MeshException e) {
        if (!e.code().equals(REJECTED)) {
          assertEquals(before, stored(session.machine()), e.code());
        }
        return Optional.of(e.code());
      }
    }

    private static List<Object> stored(MeshMachine machine) {
      return Arrays.stream(RecordKind.values())
          .flatMap(kind -> machine.store().list(kind).stream().map(one -> shown(kind, one)))
          .toList();
    }

    private static Object shown(RecordKind kind, MachineRecord record) {
      return kind == RecordKind.PRIVATE_KEY ? record.key() : record;
    }
  }

  static Stream<Arguments> lies() {
    return Arrays.stream(Dialect.values())
        .filter(dialect -> dialect == Dialect.MESH || Exhaustive.on())
        .flatMap(
            dialect ->
                Arrays.stream(HostileBehaviour.values()).map(lie -> Arguments.of(lie, dialect)));
  }

  @ParameterizedTest
  @MethodSource("lies")
  void aCallSucceedsOrFailsWithACodeAndStoresNothing(HostileBehaviour lie, Dialect dialect) {
    Home home = new Home(dialect);
    home.portal.begin(lie, Optional.empty());
    home.tryAll();
    if (lie == HostileBehaviour.DELETION_DROPPED) {
      home.alice.deleteAccount();
    }
    // Two requests of one device are equal in portal-2017: they have no salt.
    if (lie != HostileBehaviour.OLD_REQUEST || dialect == Dialect.MESH) {
      assertEquals(List.of(lie), home.portal.happened());
      assertEquals(List.of(), home.portal.unfinished());
    }
    if (lie.notice(dialect) == Notice.CLIENT) {
      assertFalse(home.codes.isEmpty(), "no call fails");
    }
  }

  /** Without a lie every call succeeds but the recovery from a voided entry. */
  @ParameterizedTest
  @MethodSource("dialects")
  void withoutALieOnlyTheVoidedEntryIsMissing(Dialect dialect) {
    Home home = new Home(dialect);
    home.tryAll();
    assertEquals(1, home.codes.size(), home.codes::toString);
    assertTrue(home.codes.get(0).startsWith("portal.refused"), home.codes::toString);
  }

  static Stream<Dialect> dialects() {
    return Arrays.stream(Dialect.values());
  }
}
