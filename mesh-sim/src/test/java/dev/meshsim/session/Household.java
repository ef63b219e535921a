package dev.meshsim.session;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.share.Secret;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.time.Duration;

/** Alice with a desktop, which made her account, and further machines of hers. */
final class Household {

  static final String ALICE = "alice@example.com";

  final SeededWorld world = World.seeded(51);
  final MemoryPortalStore store = new MemoryPortalStore();
  final MeshPortalDirect portal;
  final MeshMachineCached desktop = new MeshMachineCached(world, "desktop");
  final MeshSession session;
  final PersonalProfile profile;
  final PersonalSession alice;

  Household(Dialect dialect) {
    portal = MeshPortalDirect.open(world, "example.com", dialect, store);
    session = new MeshSession(desktop, portal);
    profile = new PersonalProfile(session.createDevice().deviceProfile());
    alice = session.createAccount(ALICE, profile);
    tick();
  }

  /** Lets a second pass, the precision of times in dialect {@code portal-2017}. */
  void tick() {
    world.advance(Duration.ofSeconds(1));
  }

  MeshSession machine(String name) {
    return new MeshSession(new MeshMachineCached(world, name), portal);
  }

  MeshSession on(MeshMachine machine) {
    return new MeshSession(machine, portal);
  }

  /** The only open request. */
  PendingConnection pending(PersonalSession administrator) {
    return administrator.connectPending().pending().get(0);
  }

  /** A plain device, accepted by {@code administrator}. */
  PersonalSession plain(PersonalSession administrator, String name) {
    MeshSession other = machine(name);
    ConnectionAttempt attempt = other.connect(other.createDevice(), ALICE);
    return accepted(administrator, attempt);
  }

  PersonalSession accepted(PersonalSession administrator, ConnectionAttempt attempt) {
    tick();
    String code = attempt.authenticator();
    administrator.connectClose(pending(administrator), ConnectionStatus.ACCEPTED, code);
    tick();
    return attempt.await(code);
  }

  /** An administrator, accepted by {@link #alice}. */
  PersonalSession administrator(String name) {
    MeshSession other = machine(name);
    return administrator(other.connectAsAdministrator(other.createDevice(), ALICE));
  }

  PersonalSession administrator(ConnectionAttempt attempt) {
    tick();
    alice.acceptAdministrator(pending(alice), attempt.authenticator());
    tick();
    return attempt.await(attempt.authenticator());
  }

  static Udf device(PersonalSession session) {
    return session.thisDevice().identifier();
  }

  /** An application of {@code owner} that holds one password, and that the device can read. */
  ApplicationSession passwords(PersonalSession owner, PersonalSession reader, boolean admin) {
    owner.refresh();
    ApplicationSession application = owner.add(new PasswordProfile(true), false);
    application.addDevice(device(reader), admin);
    application.passwordProfile().put("example.com", "alice", "secret");
    application.update();
    tick();
    return application;
  }

  static String password(PersonalSession session, Udf application) {
    return session
        .application(application.text())
        .passwordProfile()
        .get("example.com")
        .orElseThrow()
        .password();
  }

  /** True if the stored version of an application is encrypted to the reader's device. */
  static boolean encryptedTo(Household home, PersonalSession reader, Udf application) {
    String key =
        reader
            .context()
            .machine()
            .device(reader.context().machine().devices().get(0).identifier())
            .map(signed -> reader.context().verifier().device(signed))
            .orElseThrow()
            .deviceEncryptionKey()
            .udf()
            .text();
    return home.alice
        .client()
        .applicationProfile(application)
        .signedData()
        .payload()
        .utf8()
        .contains(key);
  }

  static Secret secret(OfflineEscrowEntry entry) {
    return new Secret(entry.keyShares().subList(0, 2));
  }
}
