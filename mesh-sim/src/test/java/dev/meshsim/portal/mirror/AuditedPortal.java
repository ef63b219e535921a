package dev.meshsim.portal.mirror;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.protect.KeyChain;
import dev.meshsim.protect.Protection;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.SessionKeys;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.transparency.LogKeys;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.service.CheckpointPolicy;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.time.Duration;
import java.util.List;

/** A portal with a log and an auditor, and Alice's account. */
public final class AuditedPortal {

  public static final String ALICE = "alice@example.com";
  public static final CheckpointPolicy POLICY = new CheckpointPolicy(1000, Duration.ofMinutes(1));

  public final SeededWorld world;
  public final PortalStore store;
  public final PrivateJwk auditorKey;
  public final MeshPortalDirect portal;
  public final MeshMachine desktop;
  public final PersonalSession alice;

  /** A portal on a store in memory. */
  public AuditedPortal() {
    this(24, new MemoryPortalStore());
  }

  /** A portal on a store, in a world of its own. */
  public AuditedPortal(long seed, PortalStore store) {
    this.world = World.seeded(seed);
    this.store = store;
    this.auditorKey =
        PrivateJwk.generate(KeySpec.ED25519, World.seeded(7).stream("auditor", "key"));
    this.portal = open(store);
    this.desktop = new MeshMachineCached(world, "desktop");
    this.alice = account(portal, desktop, ALICE);
  }

  /** A portal of the domain, with the same policy, on another store. */
  public MeshPortalDirect open(PortalStore on) {
    return MeshPortalDirect.open(world, "example.com", Dialect.MESH, on, policy());
  }

  /** Pages of seven records, so that a small log has several. */
  public PortalPolicy policy() {
    return new PortalPolicy(
        8,
        Duration.ofDays(7),
        7,
        1024 * 1024,
        Duration.ofMinutes(5),
        64,
        4096,
        false,
        true,
        Protection.NONE,
        POLICY,
        List.of(auditorKey.publicJwk()),
        null);
  }

  /** The key of the log. */
  public NoteKey logKey() {
    return portal.keyring().logSigner().key();
  }

  /** The keys of the log. */
  public LogKeys.OfPortal logKeys() {
    return new LogKeys.OfPortal() {
      @Override
      public NoteKey keyOf(Note checkpoint) {
        return logKey();
      }

      @Override
      public KeyChain chain() {
        return KeyChain.NONE;
      }
    };
  }

  /** Makes an account on a machine of its own. */
  public PersonalSession account(String machine, String name) {
    return account(portal, new MeshMachineCached(world, machine), name);
  }

  /** Makes an account at another portal. */
  PersonalSession account(MeshPortal at, String machine, String name) {
    return account(at, new MeshMachineCached(world, machine), name);
  }

  private static PersonalSession account(MeshPortal at, MeshMachine on, String name) {
    String machine = on.name();
    MeshSession session = new MeshSession(on, at);
    return session.createAccount(
        name, new PersonalProfile(session.createDevice(machine, null).deviceProfile()));
  }

  /** Publishes versions of Alice's profile, each with one more application, a second apart. */
  public void publish(int count) {
    for (int i = 0; i < count; i++) {
      world.advance(Duration.ofSeconds(1));
      alice.add(new PasswordProfile(true));
    }
  }

  /** Makes a checkpoint of all records. */
  public void checkpoint() {
    world.pause(POLICY.interval());
    portal.published("checkpoint");
  }

  /** Writes a record past the portal's rules. */
  public void put(LogName log, String key, String text) {
    store.transact(
        tx -> {
          tx.put(Change.update(log, key, List.of(), Bytes.utf8(text), world.now()));
          return true;
        });
  }

  public RequestEnvelope.Signer signer(PrivateJwk key) {
    return new RequestEnvelope.Signer(
        Dialect.MESH.fingerprint(key.publicJwk()), key, world.stream("test", "signer"));
  }

  public RequestEnvelope.Signer auditor() {
    return signer(auditorKey);
  }

  public RequestEnvelope.Signer administrator() {
    return SessionKeys.administrator(alice);
  }

  public MeshClient client(MeshPortal way, String account) {
    return new MeshClient(world, "tester", way, AccountName.parse(account));
  }
}
