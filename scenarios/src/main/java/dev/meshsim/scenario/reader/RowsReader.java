package dev.meshsim.scenario.reader;

import dev.meshsim.error.DidYouMean;
import dev.meshsim.scenario.ScenarioException;
import dev.meshsim.scenario.yaml.Place;
import dev.meshsim.scenario.yaml.YamlException;
import dev.meshsim.scenario.yaml.YamlNode;
import dev.meshsim.scenario.yaml.YamlNode.Entry;
import dev.meshsim.scenario.yaml.YamlNode.Mapping;
import dev.meshsim.scenario.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads the rows of a scenario. */
final class RowsReader {

  /** The most rows of a scenario. */
  static final int MOST_ROWS = 1000;

  /** The form of a row's name; not the end in a dot, which some file systems drop. */
  static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{0,63}[A-Za-z0-9_-]");

  private static final String EXAMPLE = "- {name: first, user: alice}";

  private final ScenarioProblems problems;

  RowsReader(ScenarioProblems problems) {
    this.problems = problems;
  }

  /** The rows in the file's order; one without a name if the scenario has none. */
  List<Row> read(Mapping scenario, List<YamlNode> steps) {
    Optional<YamlNode> value = scenario.get("rows");
    Row only = new Row(Optional.empty(), new Place(scenario.place().file(), 1, 1), Map.of());
    if (value.isEmpty()) {
      return List.of(only);
    }
    if (!(value.get() instanceof YamlNode.Sequence list)
        || list.items().isEmpty()
        || list.items().size() > MOST_ROWS) {
      wrong(value.get(), "rows takes a list of at most " + MOST_ROWS + " rows");
      return List.of();
    }
    Set<String> used = new LinkedHashSet<>();
    steps.forEach(step -> used.addAll(Variables.usedIn(step)));
    List<Row> rows = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (YamlNode item : list.items()) {
      if (item instanceof Mapping mapping) {
        row(mapping, names).ifPresent(rows::add);
      } else {
        wrong(item, "a row is a name and values of variables");
      }
    }
    if (!rows.isEmpty() && list.items().get(0) instanceof Mapping first) {
      requireUsed(first, used);
      requireEqual(rows);
    }
    return rows;
  }

  private void wrong(YamlNode value, String accepted) {
    problems.add(
        value.place(),
        ScenarioException.Code.WRONG_TYPE,
        accepted + ", not " + value.kind(),
        "write for example " + EXAMPLE);
  }

  private Optional<Row> row(Mapping mapping, Set<String> names) {
    Map<String, String> values = new LinkedHashMap<>();
    Optional<String> name = Optional.empty();
    boolean good = true;
    for (Entry entry : mapping.entries()) {
      String key = entry.key().text();
      if (!(entry.value() instanceof Scalar scalar) || scalar.absent()) {
        wrong(entry.value(), "a variable's value is a text");
        good = false;
      } else if (key.equals(Variables.NAME)) {
        name = name(scalar, names);
        good &= name.isPresent();
      } else if (key.equals(Variables.RUN) || !Variables.WORD.matcher(key).matches()) {
        problems.add(
            entry.key().place(),
            ScenarioException.Code.WRONG_TYPE,
            "a variable's name has 1 to 32 letters, digits, hyphens and underscores, begins with a"
                + " letter and is not run; this one is \""
                + entry.key().shown()
                + "\"",
            "write for example user");
      } else {
        values.put(key, scalar.text());
      }
    }
    if (good && name.isEmpty()) {
      problems.add(
          mapping.place(),
          ScenarioException.Code.MISSING_KEY,
          "the row lacks the key name",
          "add for example name: first");
    }
    return good && name.isPresent()
        ? Optional.of(new Row(name, mapping.place(), values))
        : Optional.empty();
  }

  private Optional<String> name(Scalar scalar, Set<String> names) {
    if (!NAME.matcher(scalar.text()).matches()) {
      problems.add(
          scalar.place(),
          ScenarioException.Code.WRONG_TYPE,
          "a row's name has 1 to 64 letters, digits, dots, hyphens and underscores and does not end"
              + " in a dot; this one is \""
              + scalar.shown()
              + "\"",
          "write for example first");
      return Optional.empty();
    }
    // Names that differ in case only are one directory on some file systems.
    if (!names.add(scalar.text().toLowerCase(Locale.ROOT))) {
      problems.add(
          scalar.place(),
          YamlException.Code.DUPLICATE_KEY,
          "another row is called \"" + scalar.text() + "\"",
          "rename one of them; case makes no difference");
      return Optional.empty();
    }
    return Optional.of(scalar.text());
  }

  private void requireUsed(Mapping row, Set<String> used) {
    for (Entry entry : row.entries()) {
      String variable = entry.key().text();
      if (!variable.equals(Variables.NAME) && !used.contains(variable)) {
        problems.add(
            entry.key().place(),
            ScenarioException.Code.UNKNOWN_KEY,
            "no step uses the variable \"" + entry.key().shown() + "\"",
            DidYouMean.hint(variable, used, "write {" + entry.key().shown() + "} in a step"));
      }
    }
  }

  private void requireEqual(List<Row> rows) {
    Set<String> first = rows.get(0).values().keySet();
    for (Row row : rows) {
      if (!row.values().keySet().equals(first)) {
        problems.add(
            row.place(),
            ScenarioException.Code.MISSING_KEY,
            "every row gives values to the same variables; the first to "
                + String.join(", ", new TreeSet<>(first))
                + ", this one to "
                + String.join(", ", new TreeSet<>(row.values().keySet())),
            "give a value to each of them");
      }
    }
  }
}
