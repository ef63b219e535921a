package dev.meshsim.cli.wizard;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.OutputFormat;
import dev.meshsim.json.MeshJson;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The result of a command: names with values, printed as lines or as one JSON object. */
final class Facts {

  private final ObjectNode all = JsonNodeFactory.instance.objectNode();

  /** The members that text has as JSON. */
  private final Set<String> json = new HashSet<>();

  /** The option that chooses the format. */
  static final class Format {

    @Option(
        names = "--format",
        paramLabel = "FORMAT",
        defaultValue = "text",
        description = "The output format: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private OutputFormat format = OutputFormat.text;

    void print(Console console, Facts facts) {
      if (format == OutputFormat.json) {
        console.out().println(MeshJson.write(facts.all).utf8());
      } else {
        facts.lines(console);
      }
    }
  }

  Facts put(String name, String value) {
    all.put(name, value);
    return this;
  }

  Facts put(String name, boolean value) {
    all.put(name, value);
    return this;
  }

  Facts put(String name, int value) {
    all.put(name, value);
    return this;
  }

  /** A list of texts; its name is the plural of what each line is called. */
  Facts put(String name, List<String> values) {
    ArrayNode list = all.putArray(name);
    values.forEach(list::add);
    return this;
  }

  /** A list of results, each on a line of its own in text; its name is a plural. */
  Facts putAll(String name, List<Facts> values) {
    ArrayNode list = all.putArray(name);
    values.forEach(each -> list.add(each.all));
    return this;
  }

  /** JSON as it is, also in text; that of a list is a line for each element. */
  Facts put(String name, JsonNode value) {
    all.set(name, value);
    json.add(name);
    return this;
  }

  private void lines(Console console) {
    all.properties()
        .forEach(
            each -> {
              if (each.getValue() instanceof ArrayNode list) {
                String one = each.getKey().replaceAll("s$", "");
                boolean whole = json.contains(each.getKey());
                list.forEach(
                    value -> console.line(one + " " + (whole ? text(value) : inline(value))));
              } else {
                console.line(each.getKey() + " " + text(each.getValue()));
              }
            });
  }

  private static String text(JsonNode value) {
    return value.isContainer() ? MeshJson.write(value).utf8() : value.asString();
  }

  /** The members in one line: their values, or for those that are true or false their names. */
  private static String inline(JsonNode value) {
    if (!(value instanceof ObjectNode members)) {
      return value.asString();
    }
    StringBuilder line = new StringBuilder();
    members
        .properties()
        .forEach(
            each -> {
              String separator = line.isEmpty() ? "" : ", ";
              if (each.getValue().isBoolean()) {
                line.append(each.getValue().booleanValue() ? separator + words(each.getKey()) : "");
              } else {
                line.append(separator).append(inline(each.getValue()));
              }
            });
    return line.toString();
  }

  /** {@code this device} for {@code thisDevice}. */
  private static String words(String member) {
    return member.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }
}
