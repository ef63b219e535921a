package dev.meshsim.session;

import static dev.meshsim.session.Household.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.Failing;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.portal.InterposedPortal;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.RequestSalt;
import dev.meshsim.protocol.ConnectStartResponse;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.Status;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.application.PasswordProfile;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A device asks to be connected: once, again, and without success. */
class ConnectionStartTest {

  private final Household home = new Household(Dialect.MESH);
  private final InterposedPortal way = new InterposedPortal(home.portal);

  private MeshSession machine(String name) {
    return new MeshSession(home.machine(name).machine(), way);
  }

  private static Instant issued(MeshSession session) {
    var open = session.machine().request(ALICE).orElseThrow();
    return RequestSalt.of(open.signed()).orElseThrow().issued();
  }

  @Test
  void aDevicesNextRequestIsLaterThanItsOpenOne() {
    MeshSession ring = machine("ring");
    DeviceRegistration device = ring.createDevice();
    Instant now = home.world.now();
    ring.connect(device, ALICE);
    assertEquals(now, issued(ring));
    ring.connect(device, ALICE);
    assertTrue(issued(ring).isAfter(now));
    ring.connect(ring.createDevice(), ALICE);
    assertEquals(now, issued(ring));
  }

  @Test
  void theKeyOfARequestThatIsRefusedIsRemoved() {
    MeshSession ring = machine("ring");
    DeviceRegistration device = ring.createDevice();
    int keys = ring.machine().store().list(RecordKind.PRIVATE_KEY).size();
    way.next(
        Transaction.CONNECT_START,
        (request, to) ->
            MessageCodec.write(
                Dialect.MESH, new ConnectStartResponse(Status.TOO_LARGE, "too large")));
    assertThrows(PortalRefusedException.class, () -> ring.connectAsAdministrator(device, ALICE));
    assertEquals(keys, ring.machine().store().list(RecordKind.PRIVATE_KEY).size());
    ring.connectAsAdministrator(device, ALICE);
    assertEquals(keys + 1, ring.machine().store().list(RecordKind.PRIVATE_KEY).size());
  }

  @Test
  void aListedDeviceIsGivenNoEarlierVersionToAskFor() {
    SignedPersonalProfile first = home.alice.personalProfile().signed();
    home.alice.add(new PasswordProfile(true));
    home.tick();
    MeshSession desktop = new MeshSession(home.desktop, way);
    DeviceRegistration device = desktop.device().orElseThrow();
    way.next(Transaction.GET, (request, to) -> OldAnswer.withProfile(to.exchange(request), first));
    Failing.with(
        SessionException.Code.ROLLBACK, () -> desktop.connectAsAdministrator(device, ALICE));
    desktop.connectAsAdministrator(device, ALICE);
  }
}
