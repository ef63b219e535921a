package dev.meshsim.portal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.http.server.PortalServer;
import dev.meshsim.portal.http.server.ServerLimits;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exchanges of the reference implementation of 2017, as they went over the wire. */
class ReferenceExchangesTest {

  private final World world = World.seeded(1);
  private Path data = Path.of("");

  @BeforeEach
  void dataIsThere() {
    String directory = System.getenv("MESH_SIM_DATA");
    assumeTrue(directory != null, "MESH_SIM_DATA names no directory");
    data = Path.of(directory == null ? "" : directory, "http-2017");
    assumeTrue(Files.isDirectory(data), data + " is not there");
  }

  private String read(String name) throws IOException {
    return Files.readString(data.resolve(name + ".raw"), StandardCharsets.ISO_8859_1);
  }

  @Test
  void itsRequestsAreAnswered() throws IOException {
    try (MeshPortalDirect portal =
            MeshPortalDirect.open(
                world,
                "example.com",
                Dialect.PORTAL_2017,
                new MemoryPortalStore(),
                PortalPolicy.DEFAULT.withReferenceClients());
        PortalServer server = PortalServer.start(portal, ServerLimits.DEFAULT)) {
      for (String name :
          List.of(
              "001-Hello", "002-ValidateAccount", "007-Status", "101-subpath", "200-client-0")) {
        try (RawSocket raw = new RawSocket(server.address())) {
          raw.write(read(name + ".request"));
          String answer = raw.response();
          assertTrue(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer);
          assertTrue(answer.contains("\r\nContent-Type: application/json\r\n"), answer);
          String tag = "{\n  \"" + (name.startsWith("002") ? "Validate" : "");
          assertTrue(answer.contains(tag), answer);
        }
      }
      assertEquals(5, portal.trace().size());
    }
  }

  @Test
  void itsAnswersAreRead() throws Exception {
    try (PortalConnections connections = PortalConnections.open();
        CannedServer server =
            new CannedServer(
                read("001-Hello.response"),
                read("002-ValidateAccount.response"),
                read("007-Status.response"))) {
      MeshPortalRemote portal =
          MeshPortalRemote.at(server.address(), "example.com", Dialect.PORTAL_2017, connections);
      MeshClient client =
          new MeshClient(world, "desktop", portal, AccountName.parse("alice@example.com"));
      assertEquals(7, client.hello().version().minor());
      assertTrue(client.validate().valid());
      assertEquals(201, client.status().status());
      String request = server.requests().get(1);
      assertTrue(request.startsWith("POST /.well-known/mmm/ HTTP/1.1\r\n"), request);
      assertTrue(request.contains("\r\nHost: example.com:"), request);
      assertTrue(request.contains("\r\nCache-Control: no-store\r\n"), request);
      assertTrue(request.contains("\r\nContent-Type: application/json\r\n"), request);
    }
  }
}
