package dev.meshsim.portal.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.ProtectedPortal;
import dev.meshsim.portal.http.HttpBinding;
import dev.meshsim.portal.http.MeshPortalRemote;
import dev.meshsim.portal.http.PortalConnections;
import dev.meshsim.portal.http.RawSocket;
import dev.meshsim.portal.http.Requests;
import dev.meshsim.protect.Envelope;
import dev.meshsim.protect.KeyPins;
import dev.meshsim.protect.KeyStatement;
import dev.meshsim.protect.ProtectedClient;
import dev.meshsim.protect.Protection;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The content coding {@code jose-jwb} over HTTP. */
class ProtectedBindingTest {

  private static final World WORLD = World.system();

  private final MeshPortalDirect portal =
      MeshPortalDirect.open(WORLD, "example.com", new MemoryPortalStore());
  private final PortalServer server = PortalServer.start(portal, ServerLimits.DEFAULT);

  @AfterEach
  void close() {
    server.close();
    portal.close();
  }

  private String exchange(String body) throws IOException {
    return RawSocket.exchange(server.address(), head() + Requests.length(body));
  }

  private static String head() {
    return Requests.head(
        "POST " + HttpBinding.PATH + " HTTP/1.1",
        "Connection: close",
        "Content-Encoding: " + Envelope.CODING);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void clientsReachAPortal(Protection level) {
    try (PortalConnections connections = PortalConnections.open()) {
      ProtectedPortal safe =
          new ProtectedPortal(
              MeshPortalRemote.at(server.address(), "example.com", Dialect.MESH, connections),
              WORLD,
              "desktop",
              level,
              KeyPins.inMemory(),
              portal.keyring().current().newest().fingerprint());
      MeshClient client =
          new MeshClient(WORLD, "desktop", safe, AccountName.parse("alice@example.com"));
      assertTrue(client.validate().valid());
      assertEquals(2, portal.trace().size());
    }
  }

  @Test
  void anAnswerSaysItsCoding() throws IOException {
    ProtectedClient client = new ProtectedClient(WORLD, "desktop", Protection.SIGN);
    MeshClient asking =
        new MeshClient(WORLD, "desktop", portal, AccountName.parse("alice@example.com"));
    String challenge = Objects.requireNonNull(asking.hello().challenge());
    KeyStatement keys = portal.keyring().current().newest();
    Bytes envelope = client.seal(Bytes.utf8(Requests.HELLO), keys, challenge).envelope();
    String answer = exchange(new String(envelope.toArray(), StandardCharsets.ISO_8859_1));
    assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
    assertTrue(answer.contains("\r\nContent-Encoding: jose-jwb\r\n"), answer);
    assertTrue(answer.contains("\r\nContent-Type: application/json\r\n"), answer);
    assertTrue(answer.contains("\"HelloResponse\""), answer);
  }

  @Test
  void aRefusedEnvelopeIsAnsweredInJson() throws IOException {
    String answer = exchange(Requests.HELLO);
    assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
    assertFalse(answer.contains("Content-Encoding"), answer);
    assertTrue(answer.contains("\"StatusReason\":\"malformed\""), answer);
  }

  @Test
  void aProtectedMessageIsJsonInside() throws IOException {
    String head = head().replace("application/json", "application/json-b");
    String answer = RawSocket.exchange(server.address(), head + Requests.length(Requests.HELLO));
    assertTrue(answer.startsWith("HTTP/1.1 415 "), answer);
    assertTrue(answer.contains("jose-jwb is application/json inside"), answer);
    assertEquals(0, portal.trace().size());
  }
}
