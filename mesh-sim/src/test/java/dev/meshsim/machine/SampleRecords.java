package dev.meshsim.machine;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.Suite;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.protect.PortalKeys;
import dev.meshsim.protocol.VoidedEscrow;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.OfflineEscrowEntry;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.transparency.LogMemory;
import dev.meshsim.transparency.service.CheckpointPolicy;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.World;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Genuine records of every kind, made by a session once for all tests. */
public final class SampleRecords {

  private static final SampleRecords SAMPLES = new SampleRecords();

  private final Map<RecordKind, List<MachineRecord>> records = new EnumMap<>(RecordKind.class);
  private final Map<KeySpec, PrivateJwk> keys = new ConcurrentHashMap<>();

  private SampleRecords() {
    World world = World.seeded(40);
    MeshPortalDirect portal = MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());
    MeshMachineCached desktop = new MeshMachineCached(world, "sample-desktop");
    MeshSession session = new MeshSession(desktop, portal);
    var alice = new PersonalProfile(session.createDevice("laptop", "A laptop").deviceProfile());
    session.createAccount("alice@example.com", alice).add(new PasswordProfile(true), true);
    var bob = new PersonalProfile(session.createDevice().deviceProfile());
    session.createAccount("bob@example.com", bob).add(new PasswordProfile(true), true);
    MeshMachineCached ring = new MeshMachineCached(world, "sample-ring");
    MeshSession other = new MeshSession(ring, portal);
    other.connect(other.createDevice(), "alice@example.com");
    other.connect(other.createDevice(), "bob@example.com");
    for (MachineRecord record : lags(desktop, alice, bob)) {
      desktop.store().commit(List.of(new MachineChange.Put(record)));
    }
    for (String domain : List.of("example.com", "second.example")) {
      Bytes statement = PortalKeys.make(world, domain, Suite.ED25519).shown().get(0);
      new MachinePins(desktop.store()).pin(domain, statement, List.of());
    }
    watched(desktop.store());
    for (RecordKind kind : RecordKind.values()) {
      MachineStore holder = kind == RecordKind.REQUEST ? ring.store() : desktop.store();
      records.put(kind, holder.list(kind));
    }
  }

  /** What a machine remembers of the log of one portal: a checkpoint, a record and a receipt. */
  private static void watched(MachineStore store) {
    World world = World.seeded(24);
    MeshPortalDirect portal =
        MeshPortalDirect.open(
            world,
            "example.com",
            Dialect.MESH,
            new MemoryPortalStore(),
            PortalPolicy.DEFAULT.withCheckpoints(CheckpointPolicy.USUAL));
    MeshMachineCached watching = new MeshMachineCached(world, "sample-watching");
    MeshSession session = new MeshSession(watching, portal);
    PersonalSession carol =
        session.createAccount(
            "carol@example.com", new PersonalProfile(session.createDevice().deviceProfile()));
    carol.refresh();
    portal.keyring().change(Suite.ED25519);
    carol.refresh();
    carol.add(new PasswordProfile(true));
    LogMemory seen = new MachinePins(watching.store()).log("example.com").orElseThrow();
    new MachinePins(store).remember("example.com", seen);
  }

  /** One portal lacks a version and an escrow entry, the other a new application. */
  private static List<MachineRecord> lags(
      MeshMachine machine, PersonalProfile alice, PersonalProfile bob) {
    SignedPersonalProfile had = machine.personal(alice.udf()).orElseThrow();
    SignedApplicationProfile application = machine.applications(bob.udf()).get(0);
    var entry = new OfflineEscrowEntry(alice, 2, 3).sealed();
    PortalLag.Escrow voiding =
        PortalLag.Escrow.of(entry, Optional.of(VoidedEscrow.of(List.of(alice.udf()))));
    return List.of(
        lag(
            "alice@second.example",
            new PortalLag(
                alice.udf(),
                List.of(new PortalLag.Version(alice.udf(), had)),
                List.of(PortalLag.Escrow.of(entry, Optional.of(VoidedEscrow.all())), voiding))),
        lag(
            "bob@second.example",
            new PortalLag(
                bob.udf(),
                List.of(
                    new PortalLag.Version(bob.udf(), null),
                    new PortalLag.Version(application.identifier(), application)),
                List.of(PortalLag.Escrow.of(entry, Optional.empty())))));
  }

  private static MachineRecord.Behind lag(String account, PortalLag lag) {
    return new MachineRecord.Behind(account, lag);
  }

  /** The first of a kind. */
  static MachineRecord first(RecordKind kind) {
    return SAMPLES.records.get(kind).get(0);
  }

  /** Another of a kind, of another name. */
  static MachineRecord second(RecordKind kind) {
    return SAMPLES.records.get(kind).get(1);
  }

  /** Every record of every kind. */
  public static List<MachineRecord> all() {
    return SAMPLES.records.values().stream().flatMap(List::stream).toList();
  }

  /** The identifier of a personal profile. */
  public static Udf profile() {
    return personal().identifier();
  }

  static SignedPersonalProfile personal() {
    return ((MachineRecord.Personal) first(RecordKind.PERSONAL)).signed();
  }

  /** A request to be connected to an account of any name. */
  public static MachineRecord.Request request(String account) {
    SignedConnectionRequest signed = ((MachineRecord.Request) first(RecordKind.REQUEST)).signed();
    return new MachineRecord.Request(account, signed, personal());
  }

  /** What the portal of an account of any name is behind by. */
  public static MachineRecord.Behind behind(String account) {
    return lag(account, ((MachineRecord.Behind) first(RecordKind.BEHIND)).lag());
  }

  /** A device with any name and description. */
  static SignedDeviceProfile device(String id, String description) {
    World world = World.seeded(41);
    MeshMachineCached machine = new MeshMachineCached(world, "sample-device");
    MeshPortalDirect portal = MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());
    new MeshSession(machine, portal).createDevice(id, description);
    return machine.devices().get(0);
  }

  /** A profile, request or lag with a space more in its payload than was signed. */
  static MachineRecord altered(MachineRecord record) {
    if (record instanceof MachineRecord.Personal personal) {
      return new MachineRecord.Personal(
          new SignedPersonalProfile(
              personal.signed().identifier(), altered(personal.signed().signedData())));
    } else if (record instanceof MachineRecord.Device device) {
      return new MachineRecord.Device(
          new SignedDeviceProfile(
              device.signed().identifier(), altered(device.signed().signedData())));
    } else if (record instanceof MachineRecord.Application application) {
      return new MachineRecord.Application(
          application.profile(),
          new SignedApplicationProfile(
              application.signed().identifier(), altered(application.signed().signedData())));
    }
    if (record instanceof MachineRecord.Behind behind) {
      PortalLag lag = behind.lag();
      PortalLag.Version version = lag.versions().get(0);
      SignedPersonalProfile had = (SignedPersonalProfile) version.had();
      var other = new SignedPersonalProfile(had.identifier(), altered(had.signedData()));
      return lag(
          behind.account(),
          new PortalLag(
              lag.profile(),
              List.of(new PortalLag.Version(version.identifier(), other)),
              lag.escrow()));
    }
    if (record instanceof MachineRecord.Portal portal) {
      String text = portal.statement().utf8();
      return new MachineRecord.Portal(
          portal.domain(), Bytes.utf8(text.replace("\"payload\":\"ey", "\"payload\":\"IC")));
    }
    MachineRecord.Request request = (MachineRecord.Request) record;
    return new MachineRecord.Request(
        request.account(),
        new SignedConnectionRequest(
            request.signed().identifier(), altered(request.signed().signedData())),
        request.profile());
  }

  private static JsonWebSignature altered(JsonWebSignature signed) {
    Bytes payload = Bytes.utf8(signed.payload().utf8() + " ");
    return new JsonWebSignature(payload, signed.signatures());
  }

  /** A key of a kind under its fingerprint; RSA keys of one size have the same numbers. */
  public static MachineRecord.Key key(KeySpec spec) {
    PrivateJwk jwk =
        SAMPLES.keys.computeIfAbsent(
            spec,
            any -> {
              String numbers = spec.name().replaceAll("_(SIGN|PSS|OAEP|AGREE)$", "");
              PrivateJwk made =
                  PrivateJwk.generate(spec, World.seeded(42).stream("sample-key", numbers));
              try (SecretBytes der = made.pkcs8()) {
                return PrivateJwk.fromPkcs8(spec, der);
              }
            });
    return new MachineRecord.Key(Dialect.MESH.fingerprint(jwk.publicJwk()), jwk);
  }
}
