package dev.meshsim.scenario.reader;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.MeshJson;
import dev.meshsim.scenario.EventTrace;
import dev.meshsim.scenario.Rule;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.StepKind;
import dev.meshsim.scenario.StepKinds;
import dev.meshsim.scenario.Suites;
import dev.meshsim.sim.oracle.AllOracles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Generates the JSON Schema (2020-12) of scenario files from the table of steps, for editors. It
 * has the structure of a file; {@code docs/scenarios.md} lists the rules that only the reader
 * checks.
 */
public final class ScenarioSchema {

  private static final String ID = "urn:mesh-sim:scenario";

  private ScenarioSchema() {}

  /** The schema as text, with a line feed at its end. */
  public static String json() {
    return MeshJson.toTree(schema()).toPrettyString().replace("\r\n", "\n") + "\n";
  }

  private static Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", ID);
    schema.put("title", "A scenario of mesh-sim");
    schema.put("type", "object");
    schema.put("required", List.of("purpose", "machines", "portal", "steps"));
    schema.put("additionalProperties", false);
    schema.put("properties", head());
    schema.put("allOf", List.of(suitesOf2017(), onWithSeveralMachines()));
    Map<String, Object> definitions = new LinkedHashMap<>();
    definitions.put("step", anyStep());
    for (StepKind kind : StepKinds.all()) {
      definitions.put(kind.word(), SchemaValues.step(kind));
    }
    schema.put("$defs", definitions);
    return schema;
  }

  private static Map<String, Object> head() {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put(
        "purpose",
        described(
            "One line that says what the scenario shows.",
            with(
                SchemaValues.text("^\\s*[^\\s][^\\n]*\\s*$"),
                "maxLength",
                HeadReader.PURPOSE_CHARS)));
    keys.put(
        "machines",
        described(
            "The simulated machines.",
            list(SchemaValues.text(whole(HeadReader.MACHINE.pattern())), 1, 0)));
    Map<String, Object> domain = SchemaValues.text(whole(ValueReader.DOMAIN.pattern()));
    keys.put(
        "portal",
        described(
            "The portal's domain, or a list of them.",
            object("anyOf", List.of(domain, list(domain, 1, Scenario.MOST_PORTALS)))));
    keys.put("dialect", described("The dialect.", object("enum", Dialect.labels())));
    keys.put("suite", described("The algorithms.", object("enum", suites())));
    keys.put(
        "checkpoints",
        described(
            "When the portals make checkpoints of their logs.",
            object(
                "anyOf",
                List.of(object("const", CheckpointText.EACH_REQUEST), SchemaValues.time()))));
    keys.put(
        LogReader.WITNESSES,
        described(
            "How many witnesses must have cosigned a checkpoint, of how many.",
            SchemaValues.text(whole(LogReader.WITNESS_FORM.pattern()))));
    keys.put(
        LogReader.PEERS,
        described("How often the portals fetch each other's checkpoints.", SchemaValues.time()));
    keys.put(
        "logs",
        described(
            "Log files with the portal's first records.",
            with(list(SchemaValues.text("[^\\s]"), 1, 0), "uniqueItems", false)));
    keys.put(
        "tags",
        described(
            "Words by which the scenario is chosen.", list(SchemaValues.text(whole(tag())), 1, 0)));
    Map<String, Object> oracle = object("enum", AllOracles.names());
    keys.put(
        "oracles",
        described(
            "The oracles that watch the steps.",
            object(
                "anyOf",
                List.of(object("const", HeadReader.ALL_ORACLES), oracle, list(oracle, 1, 0)))));
    keys.put(
        TraceReader.KEY,
        described("The events of the run of a finding, which the scenario must repeat.", trace()));
    keys.put(
        "rows",
        described("The scenario is run once for each row.", list(row(), 1, RowsReader.MOST_ROWS)));
    keys.put(
        "steps",
        described(
            "The steps, in order.",
            with(list(object("$ref", "#/$defs/step"), 1, 0), "uniqueItems", false)));
    return keys;
  }

  private static Map<String, Object> trace() {
    Map<String, Object> trace = new LinkedHashMap<>();
    trace.put("type", "object");
    trace.put("required", List.of(TraceReader.SEED, TraceReader.EVENTS));
    trace.put("additionalProperties", false);
    String event = EventTrace.EVENT.pattern();
    trace.put(
        "properties",
        object(
            TraceReader.SEED,
            object("type", "integer"),
            TraceReader.EVENTS,
            SchemaValues.text("^\\s*" + event + "(\\s+" + event + ")*\\s*$")));
    return trace;
  }

  private static String tag() {
    return HeadReader.TAG.pattern() + "|" + String.join("|", Rule.tags());
  }

  private static Map<String, Object> row() {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("type", "object");
    row.put("required", List.of(Variables.NAME));
    row.put(
        "propertyNames",
        object("pattern", whole(Variables.WORD.pattern()), "not", object("const", Variables.RUN)));
    row.put(
        "properties", object(Variables.NAME, SchemaValues.text(whole(RowsReader.NAME.pattern()))));
    row.put("additionalProperties", SchemaValues.text(""));
    return row;
  }

  /** One of the calls is a key, and the keys are those of the call. */
  private static Map<String, Object> anyStep() {
    List<Object> rules = new ArrayList<>();
    List<Object> words = new ArrayList<>();
    for (StepKind kind : StepKinds.all()) {
      Map<String, Object> has = object("required", List.of(kind.word()));
      words.add(has);
      Map<String, Object> rule = new LinkedHashMap<>();
      rule.put("if", has);
      rule.put("then", object("$ref", "#/$defs/" + kind.word()));
      rules.add(rule);
    }
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("type", "object");
    step.put("anyOf", words);
    step.put("allOf", rules);
    return step;
  }

  private static Map<String, Object> suitesOf2017() {
    String label = Dialect.PORTAL_2017.label();
    Map<String, Object> is2017 =
        object(
            "required",
            List.of("dialect"),
            "properties",
            object("dialect", object("const", label)));
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("if", is2017);
    rule.put("then", suite(Suites.names(Dialect.PORTAL_2017)));
    rule.put("else", suite(Suites.names(Dialect.MESH)));
    return rule;
  }

  private static Map<String, Object> suite(List<String> names) {
    return object("properties", object("suite", object("enum", names)));
  }

  private static List<String> suites() {
    return Stream.of(Dialect.MESH, Dialect.PORTAL_2017)
        .flatMap(dialect -> Suites.names(dialect).stream())
        .distinct()
        .toList();
  }

  /** With one machine, {@code on} may be left out. */
  private static Map<String, Object> onWithSeveralMachines() {
    List<Object> others =
        StepKinds.all().stream()
            .filter(kind -> kind.hasActor() && kind.actorKey().equals("on"))
            .<Object>map(kind -> object("required", List.of(kind.word())))
            .toList();
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("if", object("anyOf", others));
    step.put("then", object("required", List.of("on")));
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put(
        "if",
        object(
            "required",
            List.of("machines"),
            "properties",
            object("machines", object("minItems", 2))));
    rule.put("then", object("properties", object("steps", object("items", step))));
    return rule;
  }

  private static Map<String, Object> list(Map<String, Object> items, int least, int most) {
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("type", "array");
    list.put("minItems", least);
    if (most > 0) {
      list.put("maxItems", most);
    }
    list.put("uniqueItems", true);
    list.put("items", items);
    return list;
  }

  private static Map<String, Object> described(String description, Map<String, Object> schema) {
    return with(schema, "description", description);
  }

  static Map<String, Object> with(Map<String, Object> schema, String key, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(schema);
    more.put(key, value);
    return more;
  }

  /** Keys and values in this order, which is that of the published file. */
  static Map<String, Object> object(Object... keysAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return object;
  }

  static String whole(String pattern) {
    return "^(?:" + pattern + ")$";
  }
}
