package dev.meshsim.portal.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.http.RawSocket;
import dev.meshsim.portal.http.Requests;
import dev.meshsim.testing.Exhaustive;
import dev.meshsim.testing.Once;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Damaged and random requests: each ends in an answer or a closed connection, nothing but a whole
 * body reaches the portal, and the next client is served. Many are open at once, so that the time
 * limits pass once for all. {@code -Dmeshsim.fuzz.requests=1000000} sends a million random ones,
 * {@link Exhaustive} puts each octet there is at each place of the head.
 */
@Once
class BadInputTest {

  private static final int AT_ONCE = 250;
  private static final int RANDOM = Integer.getInteger("meshsim.fuzz.requests", 1000);
  private static final long SEED = Long.getLong("meshsim.fuzz.seed", 7);
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final String VALID = Requests.post(Requests.HELLO);
  private static final byte[] OCTETS = Exhaustive.on() ? all() : some();

  private static byte[] some() {
    return new byte[] {0, '\n', '\r', ' ', ':', '9', -1};
  }

  private static byte[] all() {
    byte[] octets = new byte[1 << Byte.SIZE];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = (byte) i;
    }
    return octets;
  }

  private final ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
  private final PortalServer server =
      PortalServer.start(
          new MeshPortal() {
            @Override
            public String domain() {
              return "example.com";
            }

            @Override
            public Bytes exchange(Bytes request) {
              seen.add(request.utf8());
              return request;
            }
          },
          ServerLimits.DEFAULT.withTimes(SHORT, SHORT).withBodyOctets(100_000).withInFlight(500));

  @AfterEach
  void theNextClientIsServed() throws IOException {
    String answer = "";
    while (!answer.startsWith("HTTP/1.1 200 ")) {
      answer = RawSocket.exchange(server.address(), VALID);
    }
    assertTrue(answer.endsWith(Requests.HELLO), answer);
    server.close();
  }

  /** Sends all, many at once, and returns what came back for each. */
  private List<String> answers(List<byte[]> requests) throws IOException {
    List<String> answers = new ArrayList<>();
    for (int from = 0; from < requests.size(); from += AT_ONCE) {
      List<RawSocket> sockets = new ArrayList<>();
      try {
        for (byte[] request : requests.subList(from, Math.min(requests.size(), from + AT_ONCE))) {
          RawSocket socket = new RawSocket(server.address());
          sockets.add(socket);
          try {
            socket.write(request);
          } catch (IOException e) {
            // The server has closed the connection before it had read all.
            continue;
          }
        }
        for (RawSocket socket : sockets) {
          answers.add(socket.rest());
        }
      } finally {
        for (RawSocket socket : sockets) {
          socket.close();
        }
      }
    }
    return answers;
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void assertAnswerOrEnd(String answer, String request) {
    assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 "), request + "\n->\n" + answer);
  }

  @Test
  void noPrefixOfARequestIsTakenForOne() throws IOException {
    List<byte[]> prefixes = new ArrayList<>();
    for (int length = 0; length < VALID.length(); length++) {
      prefixes.add(octets(VALID.substring(0, length)));
    }
    for (String answer : answers(prefixes)) {
      assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 408 "), answer);
    }
    assertEquals(0, seen.size());
  }

  @Test
  void everyChangeOfAnOctetOfTheHeadIsAnsweredOrCut() throws IOException {
    int head = VALID.indexOf("\r\n\r\n") + 4;
    List<byte[]> changed = new ArrayList<>();
    for (int at = 0; at < head; at++) {
      for (byte octet : OCTETS) {
        byte[] request = octets(VALID);
        request[at] = octet;
        changed.add(request);
      }
    }
    List<String> answers = answers(changed);
    for (int i = 0; i < answers.size(); i++) {
      assertAnswerOrEnd(answers.get(i), new String(changed.get(i), StandardCharsets.ISO_8859_1));
    }
    assertEquals(List.of(), seen.stream().filter(each -> !VALID.contains(each)).toList());
  }

  @Test
  void manyFieldsAndALongPathAreRefused() throws IOException {
    String fields = "X: y\r\n".repeat(10_000);
    String path = "POST /" + "x".repeat(20_000) + " HTTP/1.1\r\n\r\n";
    List<String> answers =
        answers(
            List.of(
                octets(Requests.head("POST /.well-known/mmm/ HTTP/1.1") + fields + "\r\n"),
                octets(path)));
    assertTrue(answers.get(0).isEmpty() || answers.get(0).startsWith("HTTP/1.1 431 "));
    assertTrue(answers.get(1).isEmpty() || answers.get(1).startsWith("HTTP/1.1 414 "));
    assertEquals(0, seen.size());
  }

  @Test
  void aBodyWithoutAnEndIsCut() throws IOException {
    try (RawSocket raw = new RawSocket(server.address())) {
      raw.write(
          Requests.head("POST /.well-known/mmm/ HTTP/1.1", "Transfer-Encoding: chunked") + "\r\n");
      boolean open = true;
      for (int i = 0; open && i < 10_000_000; i++) {
        try {
          raw.write("4\r\nabcd\r\n");
        } catch (IOException e) {
          open = false;
        }
      }
      assertTrue(!open);
    }
    assertEquals(0, seen.size());
  }

  @Test
  void randomRequestsAreAnsweredOrCut() throws IOException {
    Random random = new Random(SEED);
    for (int sent = 0; sent < RANDOM; sent += AT_ONCE) {
      List<byte[]> requests = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        requests.add(damaged(random));
      }
      List<String> answers = answers(requests);
      for (int i = 0; i < AT_ONCE; i++) {
        assertAnswerOrEnd(answers.get(i), new String(requests.get(i), StandardCharsets.ISO_8859_1));
      }
      seen.clear();
    }
  }

  /** A request with some of its parts changed, left out, doubled or replaced. */
  private static byte[] damaged(Random random) {
    byte[] octets = octets(random.nextInt(4) == 0 ? VALID + VALID : VALID);
    for (int change = random.nextInt(4); change >= 0; change--) {
      int from = random.nextInt(octets.length);
      int to = Math.min(octets.length, from + random.nextInt(20));
      ByteArrayOutputStream next = new ByteArrayOutputStream();
      next.write(octets, 0, from);
      switch (random.nextInt(4)) {
        case 0 -> next.write(random.nextInt());
        case 1 -> {
          next.write(octets, from, to - from);
          next.write(octets, from, to - from);
        }
        case 2 -> next.writeBytes(new byte[random.nextInt(5)]);
        default -> next.writeBytes(octets("\r\nContent-Length: 3\r\n"));
      }
      next.write(octets, to, octets.length - to);
      octets = next.toByteArray();
    }
    return octets;
  }
}
