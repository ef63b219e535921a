package dev.meshsim.report.transcript;

import dev.meshsim.report.TracedExchange;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * HTTP/1.1 framing of a message (RFC 9112), with the headers that json-web-service-03 section 4
 * asks for. Content-Length counts the octets of the printed body, which may be shortened, so that
 * the block is a complete HTTP message.
 */
final class HttpFraming {

  private static final DateTimeFormatter IMF_FIXDATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private HttpFraming() {}

  static String request(TracedExchange exchange, String domain) {
    String body = MarkdownPage.requestText(exchange);
    return String.join(
        "\n",
        "POST /.well-known/mmm/ HTTP/1.1",
        "Host: " + domain,
        "Content-Type: application/json",
        "Cache-Control: no-store",
        "Content-Length: " + octets(body),
        "",
        body);
  }

  static String response(TracedExchange exchange) {
    String body = MarkdownPage.responseText(exchange);
    return String.join(
        "\n",
        "HTTP/1.1 200 OK",
        "Date: " + IMF_FIXDATE.format(exchange.time()),
        "Content-Type: application/json",
        "Content-Length: " + octets(body),
        "",
        body);
  }

  private static int octets(String body) {
    return body.getBytes(StandardCharsets.UTF_8).length;
  }
}
