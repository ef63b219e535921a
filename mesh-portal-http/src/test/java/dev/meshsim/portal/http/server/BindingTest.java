package dev.meshsim.portal.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.http.HttpBinding;
import dev.meshsim.portal.http.RawSocket;
import dev.meshsim.portal.http.Requests;
import dev.meshsim.world.World;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The answers of the server to requests of each form. */
class BindingTest {

  private static final int MOST = 10_000;

  private final MeshPortalDirect portal =
      MeshPortalDirect.open(World.seeded(1), "example.com", new MemoryPortalStore());
  private final PortalServer server =
      PortalServer.start(portal, ServerLimits.DEFAULT.withBodyOctets(MOST));

  @AfterEach
  void close() {
    server.close();
    portal.close();
  }

  private String exchange(String request) throws IOException {
    return RawSocket.exchange(server.address(), request);
  }

  private void answers(String status, String request) throws IOException {
    String answer = exchange(request);
    assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
    assertFalse(answer.contains("<"), answer);
  }

  private static void hello(String answer) {
    assertTrue(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer);
    assertTrue(answer.contains("\r\nContent-Type: application/json\r\n"), answer);
    assertTrue(answer.contains("\r\nCache-Control: no-store\r\n"), answer);
    assertTrue(answer.contains("\"HelloResponse\""), answer);
    assertFalse(answer.contains("Jetty"), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/.well-known/mmm",
        "/.well-known/mmm/",
        "/.well-known/",
        "/.well-known/mmm/sub",
        "http://example.com/.well-known/mmm/",
        "/.well-known/mmm?x=1"
      })
  void aPortalIsAtItsWellKnownPath(String path) throws IOException {
    hello(
        exchange(
            Requests.head("POST " + path + " HTTP/1.1", "Connection: close")
                + Requests.length(Requests.HELLO)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/.well-known/other", "/.well-known/mmmx", "/mmm/", "/.well-known/mmm/../x"})
  void elsewhereIsNothing(String path) throws IOException {
    String request =
        Requests.head("POST " + path + " HTTP/1.1", "Connection: close")
            + Requests.length(Requests.HELLO);
    String answer = exchange(request);
    assertTrue(answer.startsWith("HTTP/1.1 404 "), answer);
    assertFalse(answer.contains("{"), answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "OPTIONS", "DELETE", "BREW"})
  void onlyPostIsAnswered(String method) throws IOException {
    String answer =
        exchange(
            Requests.head(method + " " + HttpBinding.PATH + " HTTP/1.1", "Connection: close")
                + "\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 405 "), answer);
    assertTrue(answer.contains("\r\nAllow: POST\r\n"), answer);
  }

  @Test
  void onlyJsonIsRead() throws IOException {
    String line = "POST /.well-known/mmm/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";
    String rest = Requests.length(Requests.HELLO);
    answers("415 ", line + rest);
    answers("415 ", line + "Content-Type: text/plain\r\n" + rest);
    answers("415 ", line + "Content-Type: application/json; charset=utf-16\r\n" + rest);
    answers("415 ", line + "Content-Type: application/json-d\r\n" + rest);
    String encoded = exchange(line + "Content-Type: application/json-b\r\n" + rest);
    assertTrue(encoded.contains("\r\nContent-Type: application/json-b\r\n"), encoded);
    answers("415 ", line + "Content-Type: application/json\r\nContent-Encoding: gzip\r\n" + rest);
    hello(exchange(line + "Content-Type: Application/JSON;charset=UTF-8\r\n" + rest));
  }

  @Test
  void aLargeRequestIsRefusedWithAPayload() throws IOException {
    String large = "x".repeat(MOST + 1);
    String answer = exchange(Requests.post(large));
    assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
    assertTrue(answer.contains("\"StatusReason\":\"too-large\""), answer);
    String chunked =
        Requests.head(
                "POST /.well-known/mmm/ HTTP/1.1",
                "Connection: close",
                "Transfer-Encoding: chunked")
            + "\r\n"
            + Integer.toHexString(large.length())
            + "\r\n"
            + large;
    assertTrue(exchange(chunked).startsWith("HTTP/1.1 413 "));
    assertEquals(0, portal.trace().size());
    answers("200 ", Requests.post("x".repeat(MOST)));
    answers("431 ", Requests.head("POST / HTTP/1.1", "X: " + "x".repeat(9000)) + "\r\n");
  }

  @Test
  void chunksAreJoined() throws IOException {
    hello(
        exchange(
            Requests.head(
                    "POST /.well-known/mmm/ HTTP/1.1",
                    "Connection: close",
                    "Transfer-Encoding: chunked")
                + "\r\n4\r\n{\"He\r\n8;ext=1\r\nllo\":{}}\r\n0\r\nTrailer: x\r\n\r\n"));
  }

  @Test
  void theConnectionIsKeptUntilTheClientSaysOtherwise() throws IOException {
    try (RawSocket raw = new RawSocket(server.address())) {
      raw.write(Requests.kept(Requests.HELLO));
      hello(raw.response());
      raw.write(Requests.kept(Requests.HELLO) + Requests.post(Requests.HELLO));
      hello(raw.response());
      hello(raw.response());
      assertEquals("", raw.rest());
    }
    assertEquals(3, portal.trace().size());
  }

  @Test
  void http10IsAnsweredAndClosed() throws IOException {
    String answer =
        exchange(
            "POST /.well-known/mmm/ HTTP/1.0\r\nContent-Type: application/json\r\n"
                + Requests.length(Requests.HELLO));
    assertTrue(answer.contains("\"HelloResponse\""), answer);
    try (RawSocket raw = new RawSocket(server.address())) {
      String kept =
          "POST /.well-known/mmm/ HTTP/1.0\r\nContent-Type: application/json\r\n"
              + "Connection: keep-alive\r\n"
              + Requests.length(Requests.HELLO);
      raw.write(kept);
      String first = raw.response();
      assertTrue(first.contains("\"HelloResponse\""), first);
      raw.write(kept);
      assertTrue(raw.response().contains("\"HelloResponse\""));
    }
  }

  @Test
  void aClientMayWaitForTheWordToGoOn() throws IOException {
    try (RawSocket raw = new RawSocket(server.address())) {
      raw.write(
          Requests.head("POST /.well-known/mmm/ HTTP/1.1", "Expect: 100-continue")
              + "Content-Length: "
              + Requests.HELLO.length()
              + "\r\n\r\n");
      assertEquals("HTTP/1.1 100 Continue\r\n\r\n", raw.response());
      raw.write(Requests.HELLO);
      hello(raw.response());
    }
    answers(
        "413 ",
        Requests.head("POST /.well-known/mmm/ HTTP/1.1", "Expect: 100-continue")
            + "Content-Length: 999999\r\n\r\n");
    answers(
        "417 ",
        Requests.head("POST /.well-known/mmm/ HTTP/1.1", "Expect: coffee", "Connection: close")
            + Requests.length(Requests.HELLO));
  }

  @Test
  void aRefusalOfThePortalHasStatus200() throws IOException {
    String answer =
        exchange(
            Requests.post("{\"Get\":{\"Account\":\"nobody@example.com\",\"Multiple\":false}}"));
    assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
    assertTrue(answer.contains("\"Status\":404"), answer);
    String unreadable = exchange(Requests.post("{"));
    assertTrue(unreadable.startsWith("HTTP/1.1 200 "), unreadable);
    assertTrue(unreadable.contains("\"Status\":400"), unreadable);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 12\r\nContent-Length: 13\r\n",
        "Content-Length: 12, 13\r\n",
        "Content-Length: +12\r\n",
        "Content-Length: 12\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 12\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
        "Transfer-Encoding: xchunked\r\n",
        "Transfer-Encoding: chunked, gzip\r\n",
        "Content-Length : 12\r\n",
        "X: a\r\n b\r\nContent-Length: 12\r\n",
        "Host: other.example\r\nContent-Length: 12\r\n",
        "X\u0000: a\r\nContent-Length: 12\r\n",
      })
  void whatTwoReadersCouldReadDifferentlyIsRefused(String fields) throws IOException {
    answers(
        "400 ",
        Requests.head("POST /.well-known/mmm/ HTTP/1.1", "Connection: close")
            + fields
            + "\r\n"
            + Requests.HELLO);
    assertEquals(0, portal.trace().size());
  }
}
