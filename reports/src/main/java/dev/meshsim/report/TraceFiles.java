package dev.meshsim.report;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.MeshJson;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;

/** The names and the content of the files that hold a scenario's messages. */
public final class TraceFiles {

  /** Matches the name of every file of a message. */
  static final Pattern NAME = Pattern.compile("[0-9]{3,}-[A-Za-z.]+\\.json");

  private TraceFiles() {}

  /** The name of the file that holds the request. */
  public static String requestFile(TracedExchange exchange) {
    return name(exchange, exchange.requestTag());
  }

  /** The name of the file that holds the response. */
  public static String responseFile(TracedExchange exchange) {
    return name(exchange, exchange.responseTag());
  }

  /** The name of the file that holds the signed envelope, if the sender had to sign. */
  public static String envelopeFile(TracedExchange exchange) {
    return name(exchange, exchange.requestTag() + ".signed");
  }

  private static String name(TracedExchange exchange, String tag) {
    return String.format(Locale.ROOT, "%03d-%s.json", exchange.number(), tag);
  }

  /** The exact octets of every message, by file name, in order. */
  public static Map<String, Bytes> messages(List<TracedExchange> exchanges) {
    Map<String, Bytes> files = new LinkedHashMap<>();
    for (TracedExchange exchange : exchanges) {
      files.put(requestFile(exchange), exchange.request());
      exchange.envelope().ifPresent(octets -> files.put(envelopeFile(exchange), octets));
      files.put(responseFile(exchange), exchange.response());
    }
    return files;
  }

  /**
   * The trace as JSON lines: each line an object with number, step, label, time, transaction,
   * request, signed (the signed envelope, if the sender had to sign) and response. A request that
   * is not JSON is a base64url string in the member {@code requestOctets}.
   */
  public static Bytes trace(List<TracedExchange> exchanges) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (TracedExchange exchange : exchanges) {
      try (JsonGenerator json = MeshJson.generator(lines)) {
        json.writeStartObject();
        json.writeNumberProperty("number", exchange.number());
        json.writeNumberProperty("step", exchange.step());
        json.writeStringProperty("call", exchange.title());
        json.writeStringProperty("label", exchange.label());
        json.writeStringProperty("time", exchange.time().toString());
        json.writeStringProperty("transaction", exchange.transaction());
        member(json, "request", exchange.request());
        exchange.envelope().ifPresent(octets -> member(json, "signed", octets));
        member(json, "response", exchange.response());
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
