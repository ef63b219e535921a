package dev.meshsim.report;

import dev.meshsim.json.binary.Encoding;
import dev.meshsim.report.TracedExchange.Wire;
import java.util.List;
import java.util.Locale;

/**
 * The octets that travelled, as a section in Markdown: for each message of a binary encoding its
 * media type and its size beside that of its JSON.
 */
public final class WireTable {

  private WireTable() {}

  /**
   * Writes the section.
   *
   * @param folder where the files with the octets are, relative to the page; empty without files
   * @return an empty text if all messages travelled as JSON
   */
  public static String of(List<TracedExchange> exchanges, String folder) {
    if (exchanges.stream().allMatch(exchange -> exchange.wire().isEmpty())) {
      return "";
    }
    MessageNames names = MessageNames.of(exchanges);
    StringBuilder text = new StringBuilder("\n# What travelled\n\n");
    text.append("The messages above travelled in a binary encoding, which says what their JSON");
    text.append(" says.\n\n| Message | Media type | Octets | Octets of its JSON |\n");
    text.append("|---|---|---:|---:|\n");
    for (TracedExchange exchange : exchanges) {
      exchange.wire().ifPresent(wire -> rows(text, names, exchange, wire, folder));
    }
    return text.toString();
  }

  private static void rows(
      StringBuilder text, MessageNames names, TracedExchange exchange, Wire wire, String folder) {
    for (String direction : List.of(MessageNames.REQUEST, MessageNames.RESPONSE)) {
      boolean request = direction.equals(MessageNames.REQUEST);
      int octets = (request ? wire.request() : wire.response()).length();
      int json =
          (request ? exchange.envelope().orElse(exchange.request()) : exchange.response()).length();
      Encoding encoding = wire.encoding();
      String name = names.of(exchange) + "." + direction;
      String shown =
          folder.isEmpty()
              ? name
              : "["
                  + name
                  + "]("
                  + folder
                  + "/"
                  + TraceFiles.wireFile(names, exchange, encoding, direction)
                  + ")";
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | `%s` | %,d | %,d |\n",
              shown,
              encoding.mediaType(),
              octets,
              json));
    }
  }
}
