package dev.meshsim.portal.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Failing;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.http.HttpPortalException;
import dev.meshsim.portal.http.PortalAddress;
import dev.meshsim.portal.http.RawSocket;
import dev.meshsim.portal.http.Requests;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Slow, half-open and endless requests, overload, failures and the end of a server. */
class LimitsTest {

  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final String HEAD =
      Requests.head("POST /.well-known/mmm/ HTTP/1.1") + "Content-Length: 12\r\n\r\n";

  private static MeshPortal portal(UnaryOperator<Bytes> answer) {
    return new MeshPortal() {
      @Override
      public String domain() {
        return "example.com";
      }

      @Override
      public Bytes exchange(Bytes request) {
        return answer.apply(request);
      }
    };
  }

  private static PortalServer echo(ServerLimits limits) {
    return PortalServer.start(portal(request -> request), limits);
  }

  private static void stillAnswers(PortalServer server) throws IOException {
    String answer = RawSocket.exchange(server.address(), Requests.post(Requests.HELLO));
    assertTrue(answer.endsWith(Requests.HELLO), answer);
  }

  @Test
  void aConnectionWithoutAWholeHeadIsClosed() throws IOException {
    try (PortalServer server = echo(ServerLimits.DEFAULT.withTimes(LONG, SHORT))) {
      for (String begin : new String[] {"", "P", "POST / HTTP/1.1\r\nHost: a\r\n"}) {
        try (RawSocket raw = new RawSocket(server.address())) {
          raw.write(begin);
          assertEquals("", raw.rest(), begin);
        }
      }
      stillAnswers(server);
    }
  }

  @Test
  void aHeadOctetByOctetIsClosedToo() throws IOException {
    try (PortalServer server = echo(ServerLimits.DEFAULT.withTimes(LONG, SHORT));
        RawSocket raw = new RawSocket(server.address())) {
      assertThrows(
          IOException.class,
          () -> {
            for (int i = 0; i < 10_000_000; i++) {
              raw.write(i % 100 == 99 ? "\r\nX: " : "x");
              Thread.onSpinWait();
            }
          });
      stillAnswers(server);
    }
  }

  @Test
  void aConnectionIsClosedSomeTimeAfterItsLastAnswer() throws IOException {
    try (PortalServer server = echo(ServerLimits.DEFAULT.withTimes(LONG, SHORT));
        RawSocket raw = new RawSocket(server.address())) {
      raw.write(Requests.kept(Requests.HELLO));
      assertTrue(raw.response().endsWith(Requests.HELLO));
      assertEquals("", raw.rest());
    }
  }

  @Test
  void aBodyThatDoesNotArriveIsAnsweredWith408() throws IOException {
    try (PortalServer server = echo(ServerLimits.DEFAULT.withTimes(SHORT, LONG))) {
      for (String part : new String[] {"", "{\"He"}) {
        String answer = RawSocket.exchange(server.address(), HEAD + part);
        assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
      }
      stillAnswers(server);
    }
  }

  @Test
  void aBodyThatEndsEarlyIsNoRequest() throws IOException {
    CountDownLatch asked = new CountDownLatch(1);
    try (PortalServer server =
            PortalServer.start(
                portal(
                    request -> {
                      asked.countDown();
                      return request;
                    }),
                ServerLimits.DEFAULT);
        RawSocket raw = new RawSocket(server.address())) {
      raw.write(HEAD + "{\"He");
      raw.endOutput();
      assertFalse(raw.rest().startsWith("HTTP/1.1 200"));
      assertEquals(1, asked.getCount());
      stillAnswers(server);
    }
  }

  @Test
  void oneRequestMoreThanInFlightIsRefusedAtOnce() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (PortalServer server =
            PortalServer.start(
                portal(
                    request -> {
                      begun.countDown();
                      await(go);
                      return request;
                    }),
                ServerLimits.DEFAULT.withInFlight(1));
        RawSocket first = new RawSocket(server.address())) {
      first.write(Requests.post(Requests.HELLO));
      begun.await();
      String refused = RawSocket.exchange(server.address(), Requests.post(Requests.HELLO));
      assertTrue(refused.startsWith("HTTP/1.1 503 "), refused);
      assertTrue(refused.contains("\r\nRetry-After: 1\r\n"), refused);
      assertTrue(refused.contains("\"StatusReason\":\"overloaded\""), refused);
      go.countDown();
      assertTrue(first.rest().endsWith(Requests.HELLO));
      // The request counts until its answer is written, which the client may read a moment earlier.
      String later = refused;
      while (later.startsWith("HTTP/1.1 503 ")) {
        later = RawSocket.exchange(server.address(), Requests.post(Requests.HELLO));
      }
      assertTrue(later.endsWith(Requests.HELLO), later);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aPortalThatFailsIsAnsweredFor() throws IOException {
    try (PortalServer server =
        PortalServer.start(
            portal(
                request -> {
                  throw new IllegalStateException("internals");
                }),
            ServerLimits.DEFAULT)) {
      String answer = RawSocket.exchange(server.address(), Requests.post(Requests.HELLO));
      assertTrue(answer.startsWith("HTTP/1.1 500 "), answer);
      assertTrue(answer.contains("\"Status\":500"), answer);
      assertFalse(answer.contains("internals"), answer);
    }
  }

  @Test
  void closingAnswersWhatIsInFlightAndRefusesWhatComes() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    PortalServer server =
        PortalServer.start(
            portal(
                request -> {
                  begun.countDown();
                  await(go);
                  return request;
                }),
            ServerLimits.DEFAULT);
    PortalAddress address = server.address();
    try (RawSocket raw = new RawSocket(address)) {
      raw.write(Requests.kept(Requests.HELLO));
      begun.await();
      Thread closing = new Thread(server::close);
      closing.start();
      while (isListening(address)) {
        Thread.onSpinWait();
      }
      go.countDown();
      assertTrue(raw.rest().endsWith(Requests.HELLO));
      closing.join();
    }
  }

  private static boolean isListening(PortalAddress address) {
    try (RawSocket another = new RawSocket(address)) {
      return another != null;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void anAddressThatIsTakenIsReported() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      ServerSettings free = ServerSettings.loopback(ServerLimits.DEFAULT);
      ServerSettings settings =
          new ServerSettings(
              new ListenAddress("127.0.0.1", taken.getLocalPort()),
              free.admin(),
              free.tls(),
              free.limits(),
              free.accessLog(),
              free.clock());
      Failing.with(
          HttpPortalException.Code.CANNOT_LISTEN,
          () -> PortalServer.start(portal(request -> request), settings));
    }
  }
}
