package dev.meshsim.scenario.reader;

import dev.meshsim.scenario.ExpectForm;
import dev.meshsim.scenario.Member;
import dev.meshsim.scenario.StepKind;
import dev.meshsim.scenario.StepKinds;
import dev.meshsim.scenario.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The parts of the schema that follow from a row of the table of steps. */
final class SchemaValues {

  /** A value with a variable may be anything. */
  private static final String VARIABLE = "\\{[A-Za-z]";

  private static final String DURATION =
      "[0-9]{1,4} (?:[Ss]econd|[Mm]inute|[Hh]our|[Dd]ay|[Ww]eek)s?";

  private SchemaValues() {}

  /**
   * A text of this pattern. Editors read {@code no} or {@code 012} as another type; a pattern holds
   * for texts only.
   */
  static Map<String, Object> text(String pattern) {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("type", List.of("string", "number", "boolean"));
    if (!pattern.isEmpty()) {
      text.put("pattern", pattern);
    }
    return text;
  }

  /** The keys of a step. */
  static Map<String, Object> step(StepKind kind) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Member member : kind.members()) {
      Map<String, Object> value =
          member.name().equals("expect") ? oneOrList(expectation(kind)) : value(member.type());
      properties.put(member.name(), ScenarioSchema.with(value, "description", member.meaning()));
    }
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("description", kind.meaning());
    step.put(
        "required", kind.members().stream().filter(Member::required).map(Member::name).toList());
    step.put("properties", properties);
    step.put("additionalProperties", false);
    return step;
  }

  private static Map<String, Object> value(ValueType type) {
    return switch (type) {
      case TEXT, MESSAGE -> text("");
      case LABEL -> form(ValueReader.MESSAGE_LABEL.pattern());
      case TEXTS -> oneOrList(text(""));
      case ACTOR, MACHINE -> text(orVariable(HeadReader.MACHINE.pattern()));
      case PORTAL -> text(orVariable(ValueReader.DOMAIN.pattern()));
      case ACCOUNT -> form(ValueReader.ACCOUNT_FORM);
      case ACCOUNTS -> oneOrList(form(ValueReader.ACCOUNT_FORM));
      case DURATION -> form(DURATION);
      case CLOCK -> form("right|" + DURATION + " (?:ahead|behind)");
      case COUNT ->
          ScenarioSchema.object(
              "anyOf",
              List.of(
                  ScenarioSchema.object("type", "integer", "minimum", 2, "maximum", 99),
                  form(ValueReader.COUNT.pattern())));
      case NUMBER ->
          ScenarioSchema.object(
              "anyOf",
              List.of(
                  ScenarioSchema.object("type", "integer", "minimum", 1, "maximum", 999_999),
                  form(ValueReader.NUMBER.pattern())));
      case TURNS -> oneOrList(text(orVariable("[A-Za-z0-9._-]+(?: +after +" + DURATION + ")?")));
      case WITNESS -> form(ValueReader.WITNESS.pattern());
      case QUORUM -> form(ValueReader.QUORUM.pattern());
      case SHARES ->
          oneOrList(
              ScenarioSchema.object(
                  "anyOf",
                  List.of(
                      ScenarioSchema.object("type", "integer", "minimum", 1, "maximum", 99),
                      form(ValueReader.SHARE.pattern()))));
      case FLAG,
          DECISION,
          SIDE,
          APPLICATION,
          FAULT,
          DISK_FAULT,
          FORGERY,
          LIE,
          CONDUCT,
          TRANSACTION ->
          words(type.words().toArray(String[]::new));
    };
  }

  /** A length of time, for a key before the steps, where no variable stands. */
  static Map<String, Object> time() {
    return text(ScenarioSchema.whole(DURATION));
  }

  private static Map<String, Object> form(String pattern) {
    return ScenarioSchema.object("type", "string", "pattern", orVariable(pattern));
  }

  private static String orVariable(String pattern) {
    return ScenarioSchema.whole(pattern) + "|" + VARIABLE;
  }

  private static Map<String, Object> words(String... words) {
    Map<String, Object> form = form(String.join("|", words));
    return words[0].equals("true")
        ? ScenarioSchema.object("anyOf", List.of(ScenarioSchema.object("type", "boolean"), form))
        : form;
  }

  private static Map<String, Object> oneOrList(Map<String, Object> item) {
    return ScenarioSchema.object(
        "anyOf", List.of(item, ScenarioSchema.object("type", "array", "items", item)));
  }

  /** The forms of the step's expectations, and the opposites of its own; blanks are folded. */
  private static Map<String, Object> expectation(StepKind kind) {
    String own = kind.forms().stream().map(SchemaValues::pattern).collect(Collectors.joining("|"));
    String common =
        StepKinds.COMMON.stream().map(SchemaValues::pattern).collect(Collectors.joining("|"));
    String opposites = own.isEmpty() ? "" : "(?:not\\s+)?(?:" + own + ")|";
    return form("\\s*(?:" + opposites + common + ")\\s*");
  }

  private static String pattern(ExpectForm form) {
    return List.of(form.template().split(" ")).stream()
        .map(word -> word.startsWith("{") ? hole(form) : word)
        .collect(Collectors.joining("\\s+"));
  }

  private static String hole(ExpectForm form) {
    return switch (form.placeholder().orElseThrow()) {
      case "n" -> "(?:0|[1-9][0-9]{0,5})";
      case "status" -> "(?:" + String.join("|", KnownStatuses.of(form)) + ")";
      case "code" -> "[a-z0-9-]+(?:\\.[a-z0-9-]+){1,3}";
      case "machine" -> "[A-Za-z0-9_-]+";
      default -> ".+";
    };
  }
}
