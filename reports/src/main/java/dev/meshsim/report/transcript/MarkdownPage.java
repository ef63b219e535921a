package dev.meshsim.report.transcript;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Quote;
import dev.meshsim.json.MeshJson;
import dev.meshsim.report.MeshLayout;
import dev.meshsim.report.MessageNames;
import dev.meshsim.report.TraceFiles;
import dev.meshsim.report.TracedExchange;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A builder for the Markdown of a transcript: headings, prose, blocks between lines of tildes. */
final class MarkdownPage {

  private static final String FENCE = "~~~~";

  private final StringBuilder text = new StringBuilder();
  private final Exchanges exchanges;

  MarkdownPage(Exchanges exchanges) {
    this.exchanges = exchanges;
  }

  /** A heading of level 1 to 4. */
  void heading(int level, String title) {
    text.append("#".repeat(level)).append(' ').append(Quote.of(title)).append("\n\n");
  }

  /** A paragraph. */
  void prose(String paragraph) {
    text.append(paragraph.strip()).append("\n\n");
  }

  /** A block with this content. */
  void block(String content) {
    text.append(FENCE).append('\n').append(content).append('\n').append(FENCE).append("\n\n");
  }

  /** A block with an object that a message contains. */
  void object(String tag, JsonNode content) {
    block(MeshLayout.elided(Signed.tagged(tag, content)));
  }

  /** A request under its message name, with a link to its exact octets. */
  void request(TracedExchange exchange) {
    exchanges.markPrinted(exchange);
    block(requestText(exchange));
    link(exchange, MessageNames.REQUEST);
    if (exchange.envelope().isPresent()) {
      text.append("Its sender signed this request; the signed form is what travelled: ");
      link(exchange, MessageNames.SIGNED);
    }
  }

  /** A response, with a link to its exact octets. */
  void response(TracedExchange exchange) {
    exchanges.markPrinted(exchange);
    block(responseText(exchange));
    link(exchange, MessageNames.RESPONSE);
  }

  /** A link to a message's file. */
  void link(TracedExchange exchange, String direction) {
    String file = TraceFiles.file(exchanges.names(), exchange, direction);
    text.append("[").append(file).append("](messages/").append(file).append(")\n\n");
  }

  /** The request as it is printed. */
  static String requestText(TracedExchange exchange) {
    Optional<JsonNode> body = Signed.body(exchange.request());
    return body.isPresent()
        ? MeshLayout.elided(Signed.tagged(exchange.requestTag(), body.get()))
        : unreadable(exchange.request());
  }

  /** The response as it is printed. */
  static String responseText(TracedExchange exchange) {
    return Signed.tree(exchange.response())
        .map(MeshLayout::elided)
        .orElseGet(() -> unreadable(exchange.response()));
  }

  /** Octets that are no message, wrapped in a JSON object so that every block can be parsed. */
  private static String unreadable(Bytes octets) {
    return MeshLayout.elided(
        MeshJson.toTree(Map.of("octets", octets.length(), "base64url", octets.base64Url())));
  }

  /** The page; characters that would move a cursor or hide text are escaped, as JSON does it. */
  @Override
  public String toString() {
    return Quote.lines(text.toString().stripTrailing()) + "\n";
  }
}
