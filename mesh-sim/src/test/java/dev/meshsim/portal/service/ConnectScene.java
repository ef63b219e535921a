package dev.meshsim.portal.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.MeshJson;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.profile.trust.VerificationWork;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.session.ConnectionAttempt;
import dev.meshsim.session.DeviceRegistration;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PendingConnection;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Alice and a ring that asks to be connected, at a portal that records the requests, can be opened
 * again on its store, and can be made to answer with other octets.
 */
final class ConnectScene implements MeshPortal {

  static final String ALICE = "alice@example.com";

  final SeededWorld world = World.seeded(12);
  final PortalStore store = new MemoryPortalStore();
  final List<Bytes> sent = new ArrayList<>();
  final MeshMachineCached desktop = new MeshMachineCached(world, "desktop");
  final MeshMachineCached ring = new MeshMachineCached(world, "ring");
  final MeshSession onRing;
  final DeviceRegistration device;
  final PersonalSession alice;
  UnaryOperator<Bytes> onTheWay = octets -> octets;
  private final Dialect dialect;
  private final PortalPolicy policy;
  private MeshService service;

  ConnectScene(Dialect dialect) {
    this(dialect, PortalPolicy.DEFAULT);
  }

  ConnectScene(Dialect dialect, PortalPolicy policy) {
    this.dialect = dialect;
    this.policy = policy;
    this.service = newService();
    MeshSession session = new MeshSession(desktop, this);
    alice =
        session.createAccount(ALICE, new PersonalProfile(session.createDevice().deviceProfile()));
    onRing = new MeshSession(ring, this);
    device = onRing.createDevice();
  }

  private MeshService newService() {
    return new MeshService(world, "example.com", dialect, store, policy);
  }

  /** Opens the portal again: only its store remembers. */
  void restart() {
    service = newService();
  }

  @Override
  public String domain() {
    return "example.com";
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public Bytes exchange(Bytes request) {
    sent.add(request);
    return service.dispatch(onTheWay.apply(request));
  }

  /** The ring asks; a second passes. */
  ConnectionAttempt ask() {
    ConnectionAttempt attempt = onRing.connect(device, ALICE);
    world.advance(Duration.ofSeconds(1));
    return attempt;
  }

  PendingConnection pending() {
    List<PendingConnection> pending = alice.connectPending().pending();
    assertEquals(1, pending.size());
    return pending.get(0);
  }

  void reject() {
    alice.connectReject(pending());
    world.advance(Duration.ofSeconds(1));
  }

  /** The octets of the latest ConnectStart, with its envelope if it has one. */
  Bytes lastStart() {
    return last("ConnectStart");
  }

  Bytes last(String transaction) {
    for (int i = sent.size() - 1; i >= 0; i--) {
      if (request(sent.get(i)).utf8().contains("\"" + transaction + "\":")) {
        return sent.get(i);
      }
    }
    throw new AssertionError("no " + transaction);
  }

  /** A request without its envelope. */
  Bytes request(Bytes octets) {
    return RequestEnvelope.isEnvelope(octets)
        ? RequestEnvelope.open(dialect, octets).request()
        : octets;
  }

  /** The status of the answer to these octets. */
  int post(Bytes octets) {
    return MeshJson.readTree(service.dispatch(octets)).iterator().next().path("Status").intValue();
  }

  /** As {@link #post}, and the portal must write nothing. */
  int postUnchanged(Bytes octets) {
    long before = records();
    int status = post(octets);
    assertEquals(before, records());
    return status;
  }

  /** The work of verification so far. */
  VerificationWork work() {
    return service.work();
  }

  long records() {
    return store.scan(LogName.MESH, PageRequest.all()).items().size()
        + store.scan(LogName.PORTAL, PageRequest.all()).items().size();
  }

  /** The text of the latest record with this key in the portal log. */
  String record(String key) {
    return store.transact(
        tx -> tx.latest(LogName.PORTAL, key).map(item -> Entries.text(item).utf8()).orElse(""));
  }
}
