package dev.meshsim.report;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.json.binary.Encoding;
import dev.meshsim.report.TracedExchange.Envelopes;
import dev.meshsim.report.TracedExchange.Wire;
import dev.meshsim.report.text.HexDump;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;

/** The names and the content of the files that hold a scenario's messages. */
public final class TraceFiles {

  /** Matches the name of every file of a message, and of those that earlier releases wrote. */
  static final Pattern NAME =
      Pattern.compile(
          "[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+){0,3}\\.(request|signed|response)\\.json"
              + "|[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+){0,3}\\.(request|response)\\.json-[bc]\\.hex"
              + "|[0-9]{3,}-[A-Za-z.]+\\.json");

  private TraceFiles() {}

  /** The name of the file that holds a message, in one of {@link MessageNames#DIRECTIONS}. */
  public static String file(MessageNames names, TracedExchange exchange, String direction) {
    return names.of(exchange) + "." + direction + ".json";
  }

  /** The name of the file with the octets of a binary encoding, as {@link HexDump} shows them. */
  public static String wireFile(
      MessageNames names, TracedExchange exchange, Encoding encoding, String direction) {
    return names.of(exchange) + "." + direction + "." + encoding.label() + ".hex";
  }

  /** The exact octets of every message, by file name, in order. */
  public static Map<String, Bytes> messages(List<TracedExchange> exchanges) {
    MessageNames names = MessageNames.of(exchanges);
    Map<String, Bytes> files = new LinkedHashMap<>();
    for (TracedExchange exchange : exchanges) {
      files.put(file(names, exchange, MessageNames.REQUEST), exchange.request());
      exchange
          .envelope()
          .ifPresent(octets -> files.put(file(names, exchange, MessageNames.SIGNED), octets));
      files.put(file(names, exchange, MessageNames.RESPONSE), exchange.response());
      exchange.wire().ifPresent(wire -> wire(files, names, exchange, wire));
    }
    return files;
  }

  private static void wire(
      Map<String, Bytes> files, MessageNames names, TracedExchange exchange, Wire wire) {
    files.put(
        wireFile(names, exchange, wire.encoding(), MessageNames.REQUEST),
        Bytes.utf8(HexDump.of(wire.request())));
    files.put(
        wireFile(names, exchange, wire.encoding(), MessageNames.RESPONSE),
        Bytes.utf8(HexDump.of(wire.response())));
  }

  /**
   * The trace as JSON lines: each line an object with number, step, name (as {@link MessageNames}
   * has it), time, transaction, request, signed (the signed envelope, if the sender had to sign)
   * and response. A request that is not JSON is a base64url string in the member {@code
   * requestOctets}. Of messages in a binary encoding, {@code encoding} is the media type, and
   * {@code requestWire} and {@code responseWire} are the octets that travelled, in base64url. What
   * went over the wire in protected messages is base64url in the members {@code protectedRequest}
   * and {@code protectedResponse}.
   */
  public static Bytes trace(List<TracedExchange> exchanges) {
    MessageNames names = MessageNames.of(exchanges);
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (TracedExchange exchange : exchanges) {
      try (JsonGenerator json = MeshJson.generator(lines)) {
        json.writeStartObject();
        json.writeNumberProperty("number", exchange.number());
        json.writeNumberProperty("step", exchange.step());
        json.writeStringProperty("call", exchange.title());
        json.writeStringProperty("name", names.of(exchange));
        json.writeStringProperty("time", exchange.time().toString());
        json.writeStringProperty("transaction", exchange.transaction());
        member(json, "request", exchange.request());
        exchange.envelope().ifPresent(octets -> member(json, "signed", octets));
        member(json, "response", exchange.response());
        exchange.wire().ifPresent(wire -> wire(json, wire));
        exchange.envelopes().ifPresent(envelopes -> envelopes(json, envelopes));
        json.writeEndObject();
      }
      lines.write('\n');
    }
    return Bytes.of(lines.toByteArray());
  }

  private static void wire(JsonGenerator json, Wire wire) {
    json.writeStringProperty("encoding", wire.encoding().mediaType());
    json.writeStringProperty("requestWire", wire.request().base64Url());
    json.writeStringProperty("responseWire", wire.response().base64Url());
  }

  private static void envelopes(JsonGenerator json, Envelopes octets) {
    json.writeStringProperty("protectedRequest", octets.request().base64Url());
    json.writeStringProperty("protectedResponse", octets.response().base64Url());
  }

  private static void member(JsonGenerator json, String name, Bytes octets) {
    Optional<String> text = asJson(octets);
    if (text.isPresent()) {
      json.writeName(name);
      json.writeRawValue(text.get());
    } else {
      json.writeStringProperty(name + "Octets", octets.base64Url());
    }
  }

  private static Optional<String> asJson(Bytes octets) {
    try {
      MeshJson.readTree(octets);
      String text = octets.utf8();
      return text.contains("\n")
          ? Optional.of(MeshJson.readTree(octets).toString())
          : Optional.of(text);
    } catch (MeshException e) {
      return Optional.empty();
    }
  }
}
