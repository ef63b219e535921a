package dev.meshsim.portal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.portal.PortalException;
import dev.meshsim.world.World;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Section;

/** Finding the servers of a domain, going on to the next, and following redirects. */
class DiscoveryTest {

  private static final String DONE = "{\"HelloResponse\":{\"Status\":201}}";

  private final PortalConnections connections = PortalConnections.open();

  @AfterEach
  void close() {
    connections.close();
  }

  private static String answer(String status, String fields, String body) {
    return "HTTP/1.1 "
        + status
        + "\r\n"
        + fields
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private static String ok() {
    return answer("200 OK", "Content-Type: application/json\r\n", DONE);
  }

  private static Discovery of(SrvRecord... records) {
    return Discovery.with(World.seeded(1), domain -> List.of(records));
  }

  private MeshPortalRemote portal(Discovery discovery) {
    return MeshPortalRemote.find("Example.com", Dialect.MESH, discovery, connections);
  }

  private static String hello(MeshPortalRemote portal) {
    return portal.exchange(Bytes.utf8("{\"Hello\":{}}")).utf8();
  }

  private static SrvRecord server(int priority, CannedServer server) {
    return new SrvRecord(priority, 1, server.address().port(), "127.0.0.1");
  }

  private static SrvRecord nobody(int priority) throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return new SrvRecord(priority, 1, socket.getLocalPort(), "127.0.0.1");
    }
  }

  @Test
  void serversAreOrderedByPriorityAndDrawnByWeight() {
    SrvRecord never = new SrvRecord(1, 0, 1, "zero");
    SrvRecord small = new SrvRecord(1, 10, 1, "small");
    SrvRecord large = new SrvRecord(1, 40, 1, "large");
    SrvRecord later = new SrvRecord(2, 1000, 1, "later");
    Map<String, Integer> first = new HashMap<>();
    for (int seed = 0; seed < 2000; seed++) {
      List<SrvRecord> order =
          SrvOrder.of(
              List.of(later, large, never, small), World.seeded(seed).stream("test", "order"));
      assertEquals(4, order.size());
      assertEquals(later, order.get(3));
      first.merge(order.get(0).target(), 1, Integer::sum);
    }
    // Of 51 equally likely numbers one is for the server without a weight, 10 and 40 for the
    // others.
    assertTrue(first.get("zero") > 10 && first.get("zero") < 90, first.toString());
    assertTrue(first.get("small") > 300 && first.get("small") < 500, first.toString());
    assertTrue(first.get("large") > 1400 && first.get("large") < 1700, first.toString());
  }

  @Test
  void theUrlHasTheDomainAndTheRecordsPort() {
    assertEquals(
        List.of("https://example.com:443 at a.example.net:443"),
        of(new SrvRecord(0, 0, 443, "a.example.net")).shown("example.com"));
    assertEquals(
        List.of("http://example.com:8080 at a.example.net:8080"),
        of(new SrvRecord(0, 0, 8080, "a.example.net")).shown("example.com"));
    assertEquals(
        List.of("http://mmm.example.com:80 at mmm.example.com:80"), of().shown("example.com"));
    assertEquals(
        List.of("https://example.com:8443 at 127.0.0.1:8443"),
        of().resolving(List.of("Example.com=127.0.0.1:8443")).shown("example.com"));
    Failing.with(
        HttpPortalException.Code.NO_SERVER,
        () -> of(new SrvRecord(0, 0, 0, ".")).shown("example.com"));
    for (String bad : List.of("", "a", "a=b", "a=b:0", "a=b:70000", "=b:1")) {
      Failing.with(HttpPortalException.Code.BAD_RESOLVE, () -> of().resolving(List.of(bad)));
    }
  }

  @Test
  void theNextServerIsTriedOnlyIfTheFirstTookNothing() throws IOException {
    try (CannedServer busy = new CannedServer(answer("503 Busy", "", ""));
        CannedServer good = new CannedServer(ok())) {
      MeshPortalRemote portal = portal(of(nobody(1), server(2, busy), server(3, good)));
      assertEquals(DONE, hello(portal));
      assertEquals(DONE, hello(portal));
      assertEquals(1, busy.requests().size());
      assertEquals(2, good.requests().size());
      assertTrue(good.requests().get(0).contains("\r\nHost: example.com:"));
    }
    try (CannedServer cut = new CannedServer("");
        CannedServer good = new CannedServer(ok())) {
      MeshPortalRemote portal = portal(of(server(1, cut), server(2, good)));
      Failing.with(PortalException.Code.UNREACHABLE, () -> hello(portal));
      assertEquals(List.of(), good.requests());
    }
    try (CannedServer failing = new CannedServer(answer("500 Oops", "", ""));
        CannedServer good = new CannedServer(ok())) {
      MeshPortalRemote portal = portal(of(server(1, failing), server(2, good)));
      Failing.with(HttpPortalException.Code.NO_PORTAL, () -> hello(portal));
      assertEquals(List.of(), good.requests());
    }
  }

  @Test
  void redirectsAreFollowedThreeTimes() throws IOException {
    try (CannedServer good = new CannedServer(ok());
        CannedServer third = redirect("307", good);
        CannedServer second = inPayload(303, third);
        CannedServer first = redirect("303", second);
        CannedServer zeroth = redirect("307", first)) {
      MeshPortalRemote portal = portal(of(server(1, first)));
      assertEquals(DONE, hello(portal));
      String request = good.requests().get(0);
      assertTrue(request.startsWith("POST /.well-known/mmm/ HTTP/1.1\r\n"), request);
      assertTrue(request.endsWith("{\"Hello\":{}}"), request);
      assertEquals(DONE, hello(portal));
      assertEquals(1, first.requests().size(), "303 is for good");
      assertEquals(2, third.requests().size(), "307 is for once");
      MeshException e =
          Failing.with(
              HttpPortalException.Code.REDIRECTED, () -> hello(portal(of(server(1, zeroth)))));
      assertTrue(e.problem().contains("the fourth place"), e.problem());
    }
  }

  @Test
  void aPlaceWithoutTlsOrNoneIsNotFollowed() throws IOException {
    PortalConnections.Target secure =
        new PortalConnections.Target(PortalAddress.of(true, "example.com", 443), "h", 443);
    Redirect down = new Redirect("http://example.com/", true);
    MeshException e = Failing.with(HttpPortalException.Code.REDIRECTED, () -> down.from(secure));
    assertTrue(e.problem().contains("no TLS"), e.problem());
    for (String bad : List.of("ftp://a/", "http://u:p@a/", "::", "https://a b/")) {
      Failing.with(HttpPortalException.Code.REDIRECTED, () -> new Redirect(bad, true).from(secure));
    }
    PortalConnections.Target same = new Redirect("/elsewhere", true).from(secure);
    assertEquals("h", same.host());
    assertEquals("/elsewhere", same.url().path());
  }

  private static CannedServer redirect(String status, CannedServer to) throws IOException {
    return new CannedServer(answer(status + " There", "Location: " + to.address() + "\r\n", ""));
  }

  private static CannedServer inPayload(int status, CannedServer to) throws IOException {
    String payload =
        "{\"HelloResponse\":{\"Status\":"
            + status
            + ",\"StatusDescription\":\""
            + to.address()
            + "\"}}";
    return new CannedServer(answer("200 OK", "Content-Type: application/json\r\n", payload));
  }

  @Test
  void recordsAreReadFromDns() throws Exception {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
      Thread thread = new Thread(() -> answerDns(socket), "name server");
      thread.setDaemon(true);
      thread.start();
      DnsNames names = DnsNames.at("127.0.0.1", socket.getLocalPort());
      assertEquals(
          List.of(new SrvRecord(1, 2, 8443, "portal1.example.com")), names.servers("example.com"));
      assertEquals(List.of(new SrvRecord(0, 0, 0, ".")), names.servers("none.example"));
      assertEquals(List.of(), names.servers("unknown.example"));
      assertEquals(List.of(), names.servers("a..b"));
    }
  }

  private static void answerDns(DatagramSocket socket) {
    try {
      while (true) {
        DatagramPacket packet = new DatagramPacket(new byte[1500], 1500);
        socket.receive(packet);
        Message query = new Message(java.util.Arrays.copyOf(packet.getData(), packet.getLength()));
        Message reply = new Message(query.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.addRecord(query.getQuestion(), Section.QUESTION);
        for (Record each : records(query.getQuestion().getName())) {
          reply.addRecord(each, Section.ANSWER);
        }
        byte[] octets = reply.toWire();
        socket.send(new DatagramPacket(octets, octets.length, packet.getSocketAddress()));
      }
    } catch (IOException e) {
      // The test has closed the socket.
      return;
    }
  }

  private static List<Record> records(Name name) throws IOException {
    List<Record> records = new ArrayList<>();
    if (name.toString().equals("_mmm._tcp.example.com.")) {
      records.add(new SRVRecord(name, 1, 60, 1, 2, 8443, Name.fromString("portal1.example.com.")));
    } else if (name.toString().equals("_mmm._tcp.none.example.")) {
      records.add(new SRVRecord(name, 1, 60, 0, 0, 0, Name.root));
    }
    return records;
  }
}
