package dev.meshsim.cli.wizard;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.OutputFormat;
import dev.meshsim.json.MeshJson;
import java.util.List;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The result of a command: names with values, printed as lines or as one JSON object. */
final class Facts {

  private final ObjectNode all = JsonNodeFactory.instance.objectNode();

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

  /** A list of texts. */
  Facts put(String name, List<String> values) {
    ArrayNode list = all.putArray(name);
    values.forEach(list::add);
    return this;
  }

  /** A list of results, each on a line of its own in text. */
  Facts putAll(String name, List<Facts> values) {
    ArrayNode list = all.putArray(name);
    values.forEach(each -> list.add(each.all));
    return this;
  }

  private void lines(Console console) {
    all.properties()
        .forEach(
            each -> {
              if (each.getValue() instanceof ArrayNode list) {
                list.forEach(value -> console.line(each.getKey() + " " + inline(value)));
              } else {
                console.line(each.getKey() + " " + each.getValue().asString());
              }
            });
  }

  private static String inline(tools.jackson.databind.JsonNode value) {
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
                line.append(each.getValue().booleanValue() ? separator + each.getKey() : "");
              } else {
                line.append(separator).append(inline(each.getValue()));
              }
            });
    return line.toString();
  }
}
