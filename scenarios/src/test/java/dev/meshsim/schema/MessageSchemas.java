package dev.meshsim.schema;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.MeshJson;
import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.TracedExchange;
import dev.meshsim.schema.check.SchemaCheck;
import dev.meshsim.schema.export.SchemaFormat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The messages of a run, compared with the schema twice: each by {@link SchemaCheck}, and one of
 * each shape by a validator of JSON Schema. The content of signatures is compared too.
 */
public final class MessageSchemas implements RunListener {

  private static final Map<Dialect, com.networknt.schema.Schema> SCHEMAS =
      new EnumMap<>(Dialect.class);

  static {
    for (Dialect dialect : Dialect.values()) {
      SCHEMAS.put(
          dialect,
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(SchemaFormat.JSON_SCHEMA.write(Schemas.of(dialect), dialect.label())));
    }
  }

  /** The transaction of a request that no portal could read. */
  private static final String UNREADABLE = "?";

  private final Set<Bytes> known = new HashSet<>();
  private final Set<String> shapes = new HashSet<>();
  private final Map<Dialect, Map<String, JsonNode>> samples = new EnumMap<>(Dialect.class);
  private final List<String> problems = new ArrayList<>();
  private int messages;
  private int refused;

  /** The findings of a validator of JSON Schema. */
  public static List<String> byValidator(Dialect dialect, JsonNode text) {
    List<Error> errors = Optional.ofNullable(SCHEMAS.get(dialect)).orElseThrow().validate(text);
    return errors.stream().map(Error::toString).toList();
  }

  /** The findings of the program. */
  public static List<String> byProgram(Dialect dialect, Bytes text) {
    return SchemaCheck.check("message", text, dialect).findings().stream()
        .map(Object::toString)
        .toList();
  }

  @Override
  public void on(RunEvent event) {
    if (event instanceof RunEvent.ScenarioTraced traced) {
      Dialect dialect = Dialect.named(traced.trace().dialect());
      for (TracedExchange one : traced.trace().exchanges()) {
        String name = traced.scenario() + " " + one.step() + " " + one.transaction();
        if (one.transaction().equals(UNREADABLE)) {
          refused += byProgram(dialect, one.request()).isEmpty() ? 0 : 1;
          continue;
        }
        Stream.concat(Stream.of(one.request(), one.response()), one.envelope().stream())
            .filter(known::add)
            .forEach(text -> message(dialect, name, text));
      }
    }
  }

  /** Compares a message. */
  void message(Dialect dialect, String name, Bytes text) {
    messages++;
    for (String finding : byProgram(dialect, text)) {
      problems.add(name + ": " + finding);
    }
    content(dialect, name, text);
  }

  /** Compares a text, and the texts that are signed in it. */
  private void content(Dialect dialect, String name, Bytes text) {
    JsonNode tree = MeshJson.readTree(text);
    validate(dialect, name, tree);
    samples
        .computeIfAbsent(dialect, any -> new TreeMap<>())
        .putIfAbsent(tree.propertyNames().iterator().next(), tree);
    for (JsonNode signed : tree.findParents("payload")) {
      Bytes payload = Bytes.base64Url(signed.path("payload").stringValue());
      if (known.add(payload)) {
        content(dialect, name + " payload", payload);
      }
    }
  }

  /** Asks the validator, which takes its time, about one text of each shape. */
  private void validate(Dialect dialect, String name, JsonNode tree) {
    StringBuilder shape = new StringBuilder(dialect.label());
    shape(tree, shape);
    if (!shapes.add(shape.toString())) {
      return;
    }
    byValidator(dialect, tree).forEach(error -> problems.add(name + ": " + error));
  }

  /** The names and types in a text; of alike elements of an array one. */
  private static void shape(JsonNode node, StringBuilder shape) {
    if (node.isObject()) {
      shape.append('{');
      node.properties()
          .forEach(
              member -> {
                shape.append(member.getKey()).append(':');
                shape(member.getValue(), shape);
              });
      shape.append('}');
    } else if (node.isArray()) {
      Set<String> elements = new TreeSet<>();
      for (JsonNode element : node) {
        StringBuilder one = new StringBuilder();
        shape(element, one);
        elements.add(one.toString());
      }
      shape.append(elements);
    } else {
      shape.append(node.getNodeType()).append(',');
    }
  }

  /** What is not as the schema says. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** How many different shapes of texts there were. */
  public int shapes() {
    return shapes.size();
  }

  /** How many requests that no portal could read have a finding. */
  public int refused() {
    return refused;
  }

  /** How many different messages there were that a portal could read, and their answers. */
  public int messages() {
    return messages;
  }

  /** One text for each tag. */
  public Map<String, JsonNode> samples(Dialect dialect) {
    return new LinkedHashMap<>(samples.getOrDefault(dialect, Map.of()));
  }
}
