package dev.meshsim.portal.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.error.Failing;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.http.HttpPortalException;
import dev.meshsim.portal.http.PortalAddress;
import dev.meshsim.portal.http.RawSocket;
import dev.meshsim.portal.http.Requests;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators see: rates, access log, health and metrics. */
class OperationTest {

  private static final String GET =
      "{\"Get\":{\"Multiple\":false,\"Account\":\"ann@example.com\",\"Identifier\":\"x\"}}";

  private final MeshPortalDirect portal =
      MeshPortalDirect.open(World.seeded(1), "example.com", new MemoryPortalStore());
  private final List<String> log = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    portal.close();
  }

  private PortalServer server(ServerLimits limits) {
    return PortalServer.start(
        portal,
        ServerSettings.loopback(limits)
            .withAccessLog(log::add)
            .withAdmin(ListenAddress.loopback()));
  }

  private static String post(PortalServer server, String body) throws IOException {
    return RawSocket.exchange(server.address(), Requests.post(body));
  }

  private static String get(PortalServer server, String path) throws IOException {
    ListenAddress admin = server.admin().orElseThrow();
    return RawSocket.exchange(
        PortalAddress.of(false, admin.host(), admin.port()),
        "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  }

  /** The line of a request is written when its answer is, which a client may read before. */
  private void logged(int lines) {
    while (log.size() < lines) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aBucketHoldsTheRequestsOfTwoSeconds() {
    SeededWorld world = World.seeded(1);
    RateLimit limit = new RateLimit(world, 3);
    for (int i = 0; i < 6; i++) {
      assertTrue(limit.take("a"));
    }
    assertFalse(limit.take("a"));
    assertTrue(limit.take("b"));
    world.advance(Duration.ofMillis(334));
    assertTrue(limit.take("a"));
    assertFalse(limit.take("a"));
    world.advance(Duration.ofHours(1));
    for (int i = 0; i < 6; i++) {
      assertTrue(limit.take("a"));
    }
    assertFalse(limit.take("a"));
    for (int i = 0; i < 10_000; i++) {
      limit.take("name " + i);
    }
    assertTrue(limit.take("a"), "it was forgotten");
    assertTrue(new RateLimit(world, 0).take("a"));
  }

  @Test
  void oneAddressHasARate() throws IOException {
    try (PortalServer server = server(ServerLimits.DEFAULT.withRates(1, 0))) {
      String last = "";
      for (int i = 0; i < 1000 && !last.startsWith("HTTP/1.1 429 "); i++) {
        last = post(server, Requests.HELLO);
      }
      assertTrue(last.startsWith("HTTP/1.1 429 "), last);
      assertTrue(last.contains("\r\nRetry-After: 1\r\n"), last);
      assertTrue(last.contains("\"StatusReason\":\"overloaded\""), last);
    }
  }

  @Test
  void oneAccountHasARateAndOthersHaveTheirOwn() throws IOException {
    try (PortalServer server = server(ServerLimits.DEFAULT.withRates(0, 1))) {
      String last = "";
      for (int i = 0; i < 1000 && !last.startsWith("HTTP/1.1 429 "); i++) {
        last = post(server, GET);
      }
      assertTrue(last.startsWith("HTTP/1.1 429 "), last);
      assertTrue(post(server, GET.replace("ann", "bob")).startsWith("HTTP/1.1 200 "));
      assertTrue(post(server, Requests.HELLO).startsWith("HTTP/1.1 200 "));
    }
  }

  @Test
  void eachRequestIsALineWithoutAnythingOfItsContent() throws IOException {
    try (PortalServer server = server(ServerLimits.DEFAULT)) {
      post(server, GET);
      logged(1);
      post(server, "{\"\u0001\n");
      logged(2);
      RawSocket.exchange(
          server.address(), "GET /secret HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
      logged(3);
    }
    String first = log.get(0);
    assertTrue(
        first.matches(
            "\\{\"time\":\"20[^\"]+Z\",\"address\":\"127.0.0.1\",\"protocol\":\"HTTP/1.1\","
                + "\"http\":200,\"transaction\":\"Get\",\"status\":404,\"in\":"
                + GET.length()
                + ",\"out\":[0-9]+,\"micros\":[0-9]+}"),
        first);
    assertTrue(log.get(1).contains("\"transaction\":\"other\",\"status\":400"), log.get(1));
    assertTrue(log.get(2).contains("\"http\":404,\"transaction\":\"other\",\"in\":0"), log.get(2));
    assertFalse(log.toString().contains("ann@") || log.toString().contains("secret"));
  }

  @Test
  void healthAndMetricsAreOnTheirOwnAddress() throws IOException {
    PortalServer server = server(ServerLimits.DEFAULT);
    try {
      post(server, GET);
      logged(1);
      String health = get(server, "/healthz");
      assertTrue(health.startsWith("HTTP/1.1 200 ") && health.endsWith("\r\nok\n"), health);
      String metrics = get(server, "/metrics");
      assertTrue(metrics.contains("\r\nContent-Type: text/plain; version=0.0.4"), metrics);
      assertTrue(
          metrics.contains(
              "\nmesh_portal_requests_total{http=\"200\",status=\"404\",transaction=\"Get\"} 1.0"),
          metrics);
      assertTrue(metrics.contains("\nmesh_portal_request_seconds_count 1"), metrics);
      assertTrue(metrics.contains("\nmesh_portal_in_flight 0.0"), metrics);
      assertTrue(get(server, "/").startsWith("HTTP/1.1 404 "));
      assertTrue(
          RawSocket.exchange(
                  server.address(), "GET /metrics HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
              .startsWith("HTTP/1.1 404 "));
      portal.close();
      String closed = get(server, "/healthz");
      assertTrue(closed.startsWith("HTTP/1.1 503 "), closed);
      assertTrue(post(server, GET).startsWith("HTTP/1.1 503 "));
    } finally {
      server.close();
    }
  }

  @Test
  void anAddressToListenOnIsRead() {
    assertEquals(new ListenAddress("0.0.0.0", 80), ListenAddress.parse("0.0.0.0:80"));
    assertEquals(new ListenAddress("::1", 0), ListenAddress.parse("[::1]:0"));
    assertEquals("[::1]:0", ListenAddress.parse("[::1]:0").toString());
    for (String bad : List.of("", "80", "a", "a:", ":80", "a:70000", "::1:80", "a:b", "[a")) {
      Failing.with(HttpPortalException.Code.BAD_LISTEN, () -> ListenAddress.parse(bad));
    }
  }
}
