package dev.meshsim.scenario.reader;

import dev.meshsim.error.DidYouMean;
import dev.meshsim.scenario.ScenarioException;
import dev.meshsim.scenario.yaml.YamlNode;
import dev.meshsim.scenario.yaml.YamlNode.Entry;
import dev.meshsim.scenario.yaml.YamlNode.Mapping;
import dev.meshsim.scenario.yaml.YamlNode.Scalar;
import dev.meshsim.scenario.yaml.YamlNode.Sequence;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables of a case. {@code {word}} in a value is replaced by the variable's value, {@code
 * {{word}}} by {@code {word}}; all other braces are left as they are.
 *
 * @param values the value of each variable
 */
record Variables(Map<String, String> values) {

  /** The variable that differs between the runs of a case. */
  static final String RUN = "run";

  /** The variable with the row's name. */
  static final String NAME = "name";

  /** The form of a variable's name. */
  static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,31}");

  private static final Pattern USE =
      Pattern.compile("\\{\\{" + WORD.pattern() + "}}|\\{(" + WORD.pattern() + ")}");

  /** The names of the variables that a value uses. */
  static Set<String> usedIn(YamlNode node) {
    Set<String> used = new LinkedHashSet<>();
    if (node instanceof Scalar scalar) {
      USE.matcher(scalar.text())
          .results()
          .filter(use -> use.group(1) != null)
          .forEach(use -> used.add(use.group(1)));
    } else if (node instanceof Sequence list) {
      list.items().forEach(item -> used.addAll(usedIn(item)));
    } else if (node instanceof Mapping mapping) {
      mapping.entries().forEach(entry -> used.addAll(usedIn(entry.value())));
    }
    return used;
  }

  /** The node with the values of the variables; its places stay. An unknown one is reported. */
  YamlNode in(YamlNode node, ScenarioProblems problems) {
    if (node instanceof Scalar scalar) {
      return new Scalar(scalar.place(), in(scalar, problems), scalar.plain());
    } else if (node instanceof Sequence list) {
      List<YamlNode> items = list.items().stream().map(item -> in(item, problems)).toList();
      return new Sequence(list.place(), items);
    }
    Mapping mapping = (Mapping) node;
    return new Mapping(
        mapping.place(),
        mapping.entries().stream()
            .map(entry -> new Entry(entry.key(), in(entry.value(), problems)))
            .toList());
  }

  private String in(Scalar scalar, ScenarioProblems problems) {
    return USE.matcher(scalar.text())
        .replaceAll(use -> Matcher.quoteReplacement(value(use, scalar, problems)));
  }

  private String value(MatchResult use, Scalar scalar, ScenarioProblems problems) {
    String written = use.group();
    String word = use.group(1);
    if (word == null) {
      return written.substring(1, written.length() - 1);
    }
    String value = values.get(word);
    if (value == null) {
      Set<String> known = new TreeSet<>(values.keySet());
      problems.add(
          scalar.place(),
          ScenarioException.Code.UNDEFINED,
          "there is no variable " + written + "; variables: " + String.join(", ", known),
          DidYouMean.hint(word, known, "give it a value in each row, or write {" + written + "}"));
      return written;
    }
    return value;
  }
}
