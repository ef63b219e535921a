package dev.meshsim.report;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.MeshJson;
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
              + "|[0-9]{3,}-[A-Za-z.]+\\.json");

  private TraceFiles() {}

  /** The name of the file that holds a message, in one of {@link MessageNames#DIRECTIONS}. */
  public static String file(MessageNames names, TracedExchange exchange, String direction) {
    return names.of(exchange) + "." + direction + ".json";
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
    }
    return files;
  }

  /**
   * The trace as JSON lines: each line an object with number, step, name (as {@link MessageNames}
   * has it), time, transaction, request, signed (the signed envelope, if the sender had to sign)
   * and response. A request that is not JSON is a base64url string in the member {@code
   * requestOctets}. What went over the wire in protected messages is base64url in the members
   * {@code protectedRequest} and {@code protectedResponse}.
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
        if (exchange.wire().isPresent()) {
          TracedExchange.Wire wire = exchange.wire().get();
          json.writeStringProperty("protectedRequest", wire.request().base64Url());
          json.writeStringProperty("protectedResponse", wire.response().base64Url());
        }
        json.writeEndObject();
      }
      lines.write('\n');
    }
    return Bytes.of(lines.toByteArray());
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
