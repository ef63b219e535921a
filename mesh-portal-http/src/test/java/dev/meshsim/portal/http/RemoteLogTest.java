package dev.meshsim.portal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MachinePins;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.http.server.PortalServer;
import dev.meshsim.portal.http.server.ServerLimits;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.transparency.service.CheckpointPolicy;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A client finds out if a portal on a network keeps a log. */
class RemoteLogTest {

  private static final String FOUND = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
  private static final String MISSING = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
  private static final String AWAY = "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n";

  private final PortalConnections connections = PortalConnections.open();

  @AfterEach
  void close() {
    connections.close();
  }

  private MeshPortalRemote at(PortalAddress address) {
    return MeshPortalRemote.at(address, "example.com", Dialect.MESH, connections);
  }

  @Test
  void theLogOfAPortalWithoutARecordIsWatchedFromTheFirstAccount() {
    SeededWorld world = World.seeded(3);
    PortalPolicy policy =
        PortalPolicy.DEFAULT.withCheckpoints(new CheckpointPolicy(1000, Duration.ofMinutes(1)));
    MeshPortalDirect portal =
        MeshPortalDirect.open(world, "example.com", Dialect.MESH, new MemoryPortalStore(), policy);
    try (PortalServer server = PortalServer.start(portal, ServerLimits.DEFAULT)) {
      MeshPortalRemote remote = at(server.address());
      assertTrue(remote.keepsLog());
      MeshMachineCached machine = new MeshMachineCached(world, "desktop");
      MeshSession session = new MeshSession(machine, remote);
      session.createAccount(
          "alice@example.com", new PersonalProfile(session.createDevice().deviceProfile()));
      assertFalse(
          new MachinePins(machine.store()).log("example.com").orElseThrow().receipts().isEmpty());
    }
  }

  @Test
  void aServerThatIsAwayForAWhileIsAskedAgain() throws IOException {
    try (CannedServer server = new CannedServer(AWAY, MISSING, AWAY, FOUND)) {
      MeshPortalRemote remote = at(server.address());
      assertFalse(remote.keepsLog());
      assertFalse(remote.keepsLog());
      assertTrue(remote.keepsLog());
      assertTrue(remote.keepsLog());
      assertEquals(4, server.requests().size());
    }
  }

  @Test
  void aPortalWithoutALogIsAskedOnce() throws IOException {
    try (CannedServer server = new CannedServer(MISSING)) {
      MeshPortalRemote remote = at(server.address());
      assertFalse(remote.keepsLog());
      assertFalse(remote.keepsLog());
      assertEquals(2, server.requests().size());
    }
  }
}
