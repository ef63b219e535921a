package dev.meshsim.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.MeshJson;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.protocol.Status;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.OfflineEscrowEntry;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A portal of the old dialect, with altered and replayed requests. */
class Portal2017ServiceTest {

  private static final int STEP = Integer.getInteger("meshsim.exhaustive.step", 37);

  private final SeededWorld world = World.seeded(9);
  private final PortalStore store = new MemoryPortalStore();
  private final MeshPortalDirect portal =
      MeshPortalDirect.open(world, "example.com", Dialect.PORTAL_2017, store);

  /**
   * Validate, Hello, CreateAccount and Publish of an escrow entry (signed), Get, ConnectStart, its
   * status.
   */
  private List<Exchange> exchanges() {
    MeshSession session = new MeshSession(new MeshMachineCached(world, "d"), portal);
    session.validate("alice@example.com");
    PersonalProfile profile = new PersonalProfile(session.createDevice().deviceProfile());
    PersonalSession alice = session.createAccount("alice@example.com", profile);
    alice.escrow(new OfflineEscrowEntry(profile, 2, 3));
    MeshSession ring = new MeshSession(new MeshMachineCached(world, "r"), portal);
    ring.connect(ring.createDevice(), "alice@example.com").pollUncompared();
    alice.connectPending();
    List<Exchange> exchanges = portal.trace().exchanges();
    portal.trace().stop();
    return exchanges;
  }

  @Test
  void everyChangedRequestIsAnsweredWithoutAnInternalError() {
    int changed = 0;
    for (Exchange exchange : exchanges()) {
      byte[] octets = sent(exchange).toArray();
      for (int i = 0; i < octets.length; i += STEP) {
        byte before = octets[i];
        octets[i] = (byte) (before ^ (1 << (i % 7)));
        assertNotEquals(Status.SERVER_INTERNAL, status(Bytes.of(octets)), exchange.transaction());
        octets[i] = before;
        changed++;
      }
    }
    assertTrue(changed > 500, changed + " requests");
  }

  @Test
  void everyBeginningOfARequestIsRefused() {
    for (Exchange exchange : exchanges()) {
      byte[] octets = sent(exchange).toArray();
      for (int i = 0; i < octets.length; i += STEP) {
        assertEquals(Status.BAD_REQUEST, status(Bytes.of(octets, 0, i)));
      }
    }
  }

  @Test
  void aSignedRequestIsAcceptedOnceAndOnlyUnaltered() {
    List<Exchange> exchanges = exchanges();
    long records = records();
    int signed = 0;
    for (Exchange exchange : exchanges) {
      Bytes envelope = exchange.signedEnvelope();
      if (envelope != null) {
        signed++;
        // A pending request posted again is answered with success, and changes nothing.
        boolean start = exchange.transaction().equals("ConnectStart");
        assertEquals(
            start ? Status.SUCCESS_CREATED : Status.CLIENT_UNAUTHORIZED,
            status(envelope),
            exchange.transaction());
        // Without the digest the header has the form of 2016, which no signature covers.
        String bare = envelope.utf8().replaceAll("\"header\": \\{[^}]*\\},\\s*", "");
        assertNotEquals(envelope.utf8(), bare);
        int status = status(Bytes.utf8(bare));
        assertTrue(
            status == Status.BAD_REQUEST || status == Status.CLIENT_UNAUTHORIZED, "" + status);
      }
    }
    assertEquals(5, signed);
    assertEquals(records, records());
  }

  private long records() {
    return store.scan(LogName.MESH, PageRequest.all()).items().size()
        + store.scan(LogName.PORTAL, PageRequest.all()).items().size();
  }

  private static Bytes sent(Exchange exchange) {
    Bytes envelope = exchange.signedEnvelope();
    return envelope == null ? exchange.request() : envelope;
  }

  private int status(Bytes request) {
    return MeshJson.readTree(portal.exchange(request)).iterator().next().path("Status").intValue(0);
  }
}
