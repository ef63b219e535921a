package dev.meshsim.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.text.HttpMessageException.Code;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpMessageTest {

  private static final Bytes BODY =
      Bytes.utf8("{\"GetRequest\":{\"Account\":\"al\u00edce@example.com\"}}");

  @Test
  void aRequestHasItsExactOctetsAndItsText() {
    HttpMessage request = HttpMessage.request("mesh.example.com", BODY);
    String text =
        "POST /.well-known/mmm/ HTTP/1.1\nHost: mesh.example.com\nContent-Type: application/json\n"
            + "Cache-Control: no-store\nContent-Length: 47\n\n"
            + BODY.utf8();
    assertEquals(text, request.displayText());
    assertEquals(text.replace("\n", "\r\n"), request.exactOctets().utf8());
  }

  @Test
  void aResponseHasTheDateOfTheWorld() {
    HttpMessage response =
        HttpMessage.response(Instant.parse("2026-03-01T02:03:04.567Z"), Bytes.utf8("{\n}\n"));
    assertEquals(
        "HTTP/1.1 200 OK\nDate: Sun, 01 Mar 2026 02:03:04 GMT\nContent-Type: application/json\n"
            + "Content-Length: 4\n\n{\n}\n",
        response.displayText());
  }

  @Test
  void theTextOfAMessageGivesItsOctetsAgain() {
    for (String body : List.of("", "\n", "{}", "a\n\nb", "\n\n", "a\r\n", "x\\\n")) {
      HttpMessage message = HttpMessage.request("a.example", Bytes.utf8(body));
      assertEquals(message.exactOctets(), HttpMessage.exactOctets(message.displayText()));
      assertEquals(message, HttpMessage.read(message.exactOctets()));
    }
  }

  @Test
  void aFoldedTextGivesItsOctetsAgain() {
    HttpMessage message =
        HttpMessage.request("a.example", Bytes.utf8("{\"a\":\"" + "x".repeat(300) + "\"}"));
    String folded = Folding.fold(message.displayText(), 69).text();
    assertEquals(message.exactOctets(), HttpMessage.exactOctets(Folding.unfold(folded)));
  }

  @Test
  void aBodyThatIsNoTextCannotBeShown() {
    HttpMessage message = HttpMessage.request("a.example", Bytes.of((byte) 'a', (byte) 0xff));
    HttpMessageException refusal = assertThrows(HttpMessageException.class, message::displayText);
    assertEquals(Code.BODY, refusal.errorCode());
    assertEquals(message, HttpMessage.read(message.exactOctets()));
  }

  @ParameterizedTest
  @CsvSource({
    "'GET / HTTP/1.1|Host: a|Content-Length: 0||', ''",
    "'HTTP/1.1 200 |Content-Length: 0||', ''",
    "'HTTP/1.1 200 OK|content-length: 1||x', ''",
    "'GET / HTTP/1.1|Content-Length: 0||', HEAD",
    "'GET / HTTP/1.1|Host: a|host: b|Content-Length: 0||', HEAD",
    "'GET  / HTTP/1.1|Host: a|Content-Length: 0||', HEAD",
    "'HTTP/1.1 200|Content-Length: 0||', HEAD",
    "'HTTP/1.1 200 OK|Content-Length: 0', HEAD",
    "'HTTP/1.1 200 OK|Content-Length: 0|Transfer-Encoding: chunked||', HEAD",
    "'HTTP/1.1 200 OK|Content-Length: 2||x', LENGTH",
    "'HTTP/1.1 200 OK||', LENGTH",
    "'HTTP/1.1 200 OK|Content-Length: 1|Content-Length: 1||x', LENGTH",
    "'HTTP/1.1 200 OK|Content-Length:1||x', FIELD",
    "'HTTP/1.1 200 OK|A: b| c|Content-Length: 1||x', FIELD",
    "'HTTP/1.1 200 OK|A : b|Content-Length: 1||x', FIELD",
    "'HTTP/1.1 200 OK|A:  b|Content-Length: 1||x', FIELD"
  })
  void aHeadIsReadStrictly(String lines, String code) {
    Bytes octets = Bytes.utf8(lines.replace("|", "\r\n"));
    if (code.isEmpty()) {
      assertEquals(octets, HttpMessage.read(octets).exactOctets());
    } else {
      HttpMessageException refusal =
          assertThrows(HttpMessageException.class, () -> HttpMessage.read(octets));
      assertEquals(Code.valueOf(code), refusal.errorCode());
    }
  }

  @Test
  void aHostThatWouldBeginANewLineIsRefused() {
    HttpMessageException refusal =
        assertThrows(
            HttpMessageException.class, () -> HttpMessage.request("a\r\nX: y", Bytes.EMPTY));
    assertEquals(Code.FIELD, refusal.errorCode());
    assertThrows(HttpMessageException.class, () -> HttpMessage.exactOctets("HTTP/1.1 200 OK\n"));
  }
}
