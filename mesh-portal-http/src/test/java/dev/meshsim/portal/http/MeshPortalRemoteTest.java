package dev.meshsim.portal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.binary.BinaryJson;
import dev.meshsim.json.binary.Encoding;
import dev.meshsim.json.binary.EncodingException;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.EncodedPortal;
import dev.meshsim.portal.Exchange;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.PortalException;
import dev.meshsim.portal.http.server.PortalServer;
import dev.meshsim.portal.http.server.ServerLimits;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeshPortalRemoteTest {

  private static final String REFUSAL =
      "{\"MeshResponse\":{\"Status\":404,\"StatusDescription\":\"no such entry\"}}";

  private final PortalConnections connections = PortalConnections.open();

  @AfterEach
  void close() {
    connections.close();
  }

  private MeshPortalRemote at(PortalAddress address) {
    return MeshPortalRemote.at(address, "example.com", Dialect.MESH, connections);
  }

  /** The messages of a new account with an application, over some way to the portal. */
  private static List<Exchange> messages(UnaryOperator<MeshPortal> way) {
    SeededWorld world = World.seeded(7);
    MeshPortalDirect portal = MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());
    MeshSession session =
        new MeshSession(new MeshMachineCached(world, "desktop"), way.apply(portal));
    PersonalSession alice =
        session.createAccount(
            "alice@example.com", new PersonalProfile(session.createDevice().deviceProfile()));
    alice.renewEscrow(2, 3);
    return portal.trace().exchanges();
  }

  @Test
  void theMessagesAreThoseOfADirectPortal() {
    List<Exchange> direct = messages(portal -> portal);
    List<PortalServer> servers = new java.util.ArrayList<>();
    List<Exchange> remote =
        messages(
            portal -> {
              servers.add(PortalServer.start(portal, ServerLimits.DEFAULT));
              return at(servers.get(0).address());
            });
    servers.get(0).close();
    assertTrue(direct.size() >= 3, () -> direct.size() + " exchanges");
    assertEquals(direct, remote);
  }

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void anEncodingThatIsOfferedChangesNothingThatIsSaid(Encoding encoding) {
    List<Exchange> direct = messages(portal -> portal);
    List<PortalServer> servers = new java.util.ArrayList<>();
    List<Exchange> remote =
        messages(
            portal -> {
              servers.add(PortalServer.start(portal, ServerLimits.DEFAULT));
              return EncodedPortal.of(at(servers.get(0).address()), encoding);
            });
    servers.get(0).close();
    for (int i = 0; i < direct.size(); i++) {
      assertEquals(encoding, remote.get(i).wire().encoding());
      assertEquals(direct.get(i).request(), remote.get(i).request());
      assertEquals(direct.get(i).signedEnvelope(), remote.get(i).signedEnvelope());
      assertEquals(direct.get(i).response(), remote.get(i).response());
    }
  }

  @Test
  void aClientAsksForAnEncodingByHello() throws IOException {
    MeshPortalDirect portal =
        MeshPortalDirect.open(World.seeded(1), "example.com", new MemoryPortalStore());
    try (PortalServer server = PortalServer.start(portal, ServerLimits.DEFAULT)) {
      MeshPortal chosen = EncodedPortal.offered(at(server.address()), Encoding.JSON_C);
      assertEquals(Encoding.JSON_C, chosen.encoding());
    }
    String plain = "{\"HelloResponse\":{\"Status\":201,\"Version\":{\"Major\":0,\"Minor\":7}}}";
    try (CannedServer server = CannedServer.json(plain)) {
      MeshException e =
          Failing.with(
              EncodingException.Code.NOT_OFFERED,
              () -> EncodedPortal.offered(at(server.address()), Encoding.JSON_B));
      assertEquals(
          "the portal example.com does not offer application/json-b, but application/json",
          e.problem());
    }
  }

  /** A server may refuse in JSON before it looks at the encoding. */
  @Test
  void anAnswerInJsonIsTranslated() throws IOException {
    try (CannedServer server = CannedServer.json(REFUSAL)) {
      Bytes answer = at(server.address()).exchange(Encoding.JSON_B, Bytes.hex("7b7d"));
      assertEquals(REFUSAL, BinaryJson.toJson(Encoding.JSON_B, answer).utf8());
    }
  }

  @Test
  void aPayloadCountsBeforeTheStatusOfHttp() throws IOException {
    try (CannedServer server =
        new CannedServer(
            "HTTP/1.1 500 Oops\r\nContent-Type: application/json\r\nContent-Length: "
                + REFUSAL.length()
                + "\r\n\r\n"
                + REFUSAL)) {
      assertEquals(REFUSAL, at(server.address()).exchange(Bytes.utf8("{}")).utf8());
    }
  }

  @Test
  void anotherWebServerIsNoPortal() throws IOException {
    try (CannedServer server =
        new CannedServer("HTTP/1.1 404 Not Found\r\nContent-Length: 9\r\n\r\nnot here\n")) {
      MeshException e =
          Failing.with(
              HttpPortalException.Code.NO_PORTAL,
              () -> at(server.address()).exchange(Bytes.utf8("{}")));
      assertEquals(
          "http://example.com:"
              + server.address().port()
              + " answered with HTTP status 404: not here",
          e.problem());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {502, 503, 504})
  void aProxyWhoseServerIsAwayIsNoAnswerOfThePortal(int status) throws IOException {
    try (CannedServer server =
        new CannedServer("HTTP/1.1 " + status + " Away\r\nContent-Length: 4\r\n\r\naway")) {
      MeshException e =
          Failing.with(
              PortalException.Code.UNREACHABLE,
              () -> at(server.address()).exchange(Bytes.utf8("{}")));
      assertEquals(
          "the portal example.com cannot be reached: a proxy answers with HTTP status " + status,
          e.problem());
    }
  }

  @Test
  void aServerThatEndsOrIsNotThereCannotBeReached() throws IOException {
    PortalAddress gone;
    try (CannedServer server = new CannedServer("")) {
      MeshException cut =
          Failing.with(
              PortalException.Code.UNREACHABLE,
              () -> at(server.address()).exchange(Bytes.utf8("{}")));
      assertEquals(
          "the portal example.com cannot be reached: the connection was closed before the whole"
              + " answer",
          cut.problem());
    }
    try (ServerSocket socket = new ServerSocket(0)) {
      gone = PortalAddress.of(false, "127.0.0.1", socket.getLocalPort());
    }
    MeshException e =
        Failing.with(PortalException.Code.UNREACHABLE, () -> at(gone).exchange(Bytes.utf8("{}")));
    assertEquals("the portal example.com cannot be reached: Connection refused", e.problem());
  }

  @Test
  void anAddressIsReadAndAnythingElseIsRefused() {
    assertEquals(
        new PortalAddress(false, "127.0.0.1", 8080, HttpBinding.PATH),
        PortalAddress.parse("http://127.0.0.1:8080"));
    assertEquals(
        new PortalAddress(true, "::1", 443, "/other"), PortalAddress.parse("https://[::1]/other"));
    assertTrue(PortalAddress.byPort("a", 443).tls());
    assertTrue(PortalAddress.byPort("a", 32_767).tls());
    for (int port : List.of(80, 8000, 8080, 32_768)) {
      assertTrue(!PortalAddress.byPort("a", port).tls());
    }
    for (String bad :
        List.of(
            "", "x", "ftp://a", "http://", "http://a:0", "http://a:70000", "http://u@a", "a b")) {
      Failing.with(HttpPortalException.Code.BAD_ADDRESS, () -> PortalAddress.parse(bad));
    }
  }
}
