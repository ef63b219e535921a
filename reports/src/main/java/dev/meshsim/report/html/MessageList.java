package dev.meshsim.report.html;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.binary.Encoding;
import dev.meshsim.protect.Envelope;
import dev.meshsim.report.TracedExchange;
import dev.meshsim.report.sequence.Reply;
import dev.meshsim.report.sequence.Sequence;
import dev.meshsim.report.text.HexDump;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Writes each exchange of a case as a section that a link can open. */
final class MessageList {

  /** The most octets of a message that are shown in hexadecimal; the file beside it has all. */
  private static final int MOST_SHOWN = 4096;

  private final Markup page;
  private final KeyRing keys;
  private final Sequence sequence;
  private final JsonView view;

  private MessageList(Markup page, KeyRing keys, Sequence sequence) {
    this.page = page;
    this.keys = keys;
    this.sequence = sequence;
    this.view = new JsonView(page, keys);
  }

  /** Writes all exchanges. */
  static void write(Markup page, KeyRing keys, Sequence sequence, List<TracedExchange> exchanges) {
    MessageList list = new MessageList(page, keys, sequence);
    page.open("div", "class", "messages");
    exchanges.forEach(list::section);
    page.closeLine();
  }

  private void section(TracedExchange exchange) {
    Reply reply = Reply.of(exchange);
    page.open(
        "section",
        "id",
        "m" + exchange.number(),
        "class",
        "message" + (reply.refused() ? " refused" : ""));
    page.open("h3").element("span", Integer.toString(exchange.number()), "class", "number");
    page.text(" ").element(reply.refused() ? "s" : "span", exchange.transaction());
    page.text(" ").element("span", reply.label(), "class", "status").close();
    page.open("p", "class", "route");
    page.text(exchange.machine().orElse("no machine") + " \u2192 " + exchange.portal());
    page.text(", " + reply.text());
    exchange.fault().ifPresent(words -> page.element("span", " fault: " + words, "class", "fault"));
    page.close().open("p", "class", "origin");
    page.element("a", "step " + exchange.step(), "href", "#s" + exchange.step());
    page.text(" " + exchange.title() + ", ");
    page.element("time", sequence.since(exchange.time()), "datetime", exchange.time().toString());
    page.closeLine();
    parts(exchange);
    page.closeLine();
  }

  private void parts(TracedExchange exchange) {
    Optional<JsonNode> request = Wire.tree(exchange.envelope().orElse(exchange.request()));
    Optional<JsonNode> response = Wire.tree(exchange.response());
    Markup list = new Markup();
    request.ifPresent(json -> JsonView.summarize(list, keys, exchange.requestTag(), json));
    response.ifPresent(json -> JsonView.summarize(list, keys, exchange.responseTag(), json));
    if (!list.document().isEmpty()) {
      page.open("ul", "class", "checks").markup(list).closeLine();
    }
    boolean signed = exchange.envelope().isPresent();
    part(signed ? "Signed request" : "Request", exchange.requestTag(), exchange.request(), request);
    exchange.wire().ifPresent(wire -> wire("Request", wire.encoding(), wire.request()));
    part("Response", exchange.responseTag(), exchange.response(), response);
    exchange.wire().ifPresent(wire -> wire("Response", wire.encoding(), wire.response()));
    exchange
        .envelopes()
        .ifPresent(
            octets -> {
              onTheWire("request", octets.request());
              onTheWire("response", octets.response());
            });
  }

  /** The octets that travelled in a binary encoding; what they say is the part before. */
  private void wire(String kind, Encoding encoding, Bytes octets) {
    page.open("details", "class", "part").open("summary").text(kind + " as it travelled, ");
    page.element("code", encoding.mediaType());
    page.element("span", " " + Page.count(octets.length(), "octet")).close();
    view.writeText(Bytes.utf8(HexDump.narrow(octets, MOST_SHOWN)));
    page.closeLine();
  }

  /** The parts of a protected message; of one that is none, its octets. */
  private void onTheWire(String direction, Bytes octets) {
    Optional<Envelope> envelope = envelope(octets);
    Optional<JsonNode> preamble = envelope.flatMap(parts -> Wire.tree(parts.preamble()));
    String kind =
        preamble.isEmpty() ? "Unprotected " : preamble.get().has("enc") ? "Encrypted " : "Signed ";
    page.open("details", "class", "part").open("summary").text(kind + direction + " on the wire ");
    page.element("code", Envelope.CODING)
        .element("span", " " + Page.count(octets.length(), "octet"));
    page.close();
    if (envelope.isPresent() && preamble.isPresent()) {
      view.write(preamble.get());
      int length = envelope.get().payload().length();
      page.element("p", "Payload: " + Page.count(length, "octet") + ".", "class", "note");
      Wire.tree(envelope.get().postscript()).ifPresent(view::write);
    } else {
      view.writeText(octets);
    }
    page.closeLine();
  }

  private static Optional<Envelope> envelope(Bytes octets) {
    try {
      return Optional.of(Envelope.read(octets));
    } catch (MeshException e) {
      return Optional.empty();
    }
  }

  private void part(String kind, String tag, Bytes octets, Optional<JsonNode> json) {
    page.open("details", "class", "part").open("summary").text(kind + " ");
    page.element("code", tag).element("span", " " + Page.count(octets.length(), "octet"));
    page.close();
    if (json.isPresent()) {
      view.write(json.get());
    } else {
      page.element("p", "This is not JSON.", "class", "note");
      view.writeText(octets);
    }
    page.closeLine();
  }
}
