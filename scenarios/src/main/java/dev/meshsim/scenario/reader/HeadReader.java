package dev.meshsim.scenario.reader;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.DidYouMean;
import dev.meshsim.jose.Suite;
import dev.meshsim.scenario.Rule;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.ScenarioException;
import dev.meshsim.scenario.Suites;
import dev.meshsim.scenario.yaml.Place;
import dev.meshsim.scenario.yaml.YamlException;
import dev.meshsim.scenario.yaml.YamlNode;
import dev.meshsim.scenario.yaml.YamlNode.Mapping;
import dev.meshsim.scenario.yaml.YamlNode.Scalar;
import dev.meshsim.sim.oracle.AllOracles;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the keys of a scenario that come before its steps. */
final class HeadReader {

  static final Pattern MACHINE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,31}");
  static final Pattern TAG = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
  static final int PURPOSE_CHARS = 120;
  static final String ALL_ORACLES = "all";
  private static final String TAG_FORM =
      "a tag has 1 to 32 lower-case letters, digits and hyphens, or is rule: and a rule's name";

  private final String file;
  private final Mapping mapping;
  private final ScenarioProblems problems;

  HeadReader(String file, Mapping mapping, ScenarioProblems problems) {
    this.file = file;
    this.mapping = mapping;
    this.problems = problems;
  }

  /** The keys that the file fixes for its scenario. */
  Set<String> fixed() {
    return Stream.of("dialect", "suite", "logs")
        .filter(key -> mapping.get(key).isPresent())
        .collect(Collectors.toSet());
  }

  Optional<YamlNode> required(String key, String example) {
    Optional<YamlNode> value = mapping.get(key);
    boolean misspelled =
        mapping.entries().stream()
            .map(entry -> entry.key().text())
            .anyMatch(
                word ->
                    !ScenarioReader.KEYS.contains(word)
                        && DidYouMean.to(word, ScenarioReader.KEYS).equals(Optional.of(key)));
    if (value.isEmpty() && !misspelled) {
      problems.add(
          new Place(file, 1, 1),
          ScenarioException.Code.MISSING_KEY,
          "the scenario lacks the key " + key,
          "add for example " + key + ": " + example);
    }
    return value;
  }

  void wrong(YamlNode value, String accepted, String hint) {
    problems.add(
        value.place(), ScenarioException.Code.WRONG_TYPE, accepted + ", not " + value.kind(), hint);
  }

  void impossible(YamlNode value, String problem, String hint) {
    problems.add(value.place(), ScenarioException.Code.IMPOSSIBLE, problem, hint);
  }

  String purpose() {
    Optional<YamlNode> value = required("purpose", "What this scenario shows.");
    if (value.isEmpty()) {
      return "";
    }
    if (value.get() instanceof Scalar scalar
        && !scalar.text().isBlank()
        && scalar.text().length() <= PURPOSE_CHARS
        && !scalar.text().strip().contains("\n")) {
      return scalar.text().strip();
    }
    wrong(
        value.get(),
        "purpose takes one line of at most " + PURPOSE_CHARS + " characters",
        "say in one sentence what the scenario shows");
    return "";
  }

  Set<String> machines() {
    Set<String> machines = new LinkedHashSet<>();
    Optional<YamlNode> value = required("machines", "[desktop, phone]");
    if (value.isEmpty()) {
      return machines;
    }
    if (!(value.get() instanceof YamlNode.Sequence list) || list.items().isEmpty()) {
      wrong(value.get(), "machines takes a list of names", "write machines: [desktop, phone]");
      return machines;
    }
    for (YamlNode item : list.items()) {
      if (!(item instanceof Scalar scalar) || !MACHINE.matcher(scalar.text()).matches()) {
        wrong(
            item,
            "a machine's name has 1 to 32 letters, digits, hyphens and underscores",
            "write for example desktop");
      } else if (!machines.add(scalar.text())) {
        problems.add(
            scalar.place(),
            YamlException.Code.DUPLICATE_KEY,
            "the machine \"" + scalar.text() + "\" is listed twice",
            "keep one of them");
      }
    }
    return machines;
  }

  Set<String> portals() {
    Set<String> portals = new LinkedHashSet<>();
    Optional<YamlNode> value = required("portal", "example.com");
    if (value.isEmpty()) {
      return portals;
    }
    List<YamlNode> items =
        value.get() instanceof YamlNode.Sequence list ? list.items() : List.of(value.get());
    if (items.isEmpty() || items.size() > Scenario.MOST_PORTALS) {
      wrong(
          value.get(),
          "portal takes a domain name, or a list of at most " + Scenario.MOST_PORTALS,
          "write for example portal: example.com");
      return portals;
    }
    for (YamlNode item : items) {
      if (!(item instanceof Scalar scalar) || !ValueReader.isDomain(scalar.text())) {
        wrong(
            item,
            "portal takes a domain name, or a list of them",
            "write for example portal: example.com");
      } else if (!portals.add(scalar.text().toLowerCase(Locale.ROOT))) {
        problems.add(
            scalar.place(),
            YamlException.Code.DUPLICATE_KEY,
            "the portal \"" + scalar.shown() + "\" is listed twice",
            "keep one of them");
      }
    }
    return portals;
  }

  Dialect dialect() {
    return choice("dialect", Dialect.labels()).map(Dialect::named).orElse(Dialect.MESH);
  }

  Suite suite(Dialect dialect) {
    return choice("suite", Suites.names(dialect))
        .flatMap(name -> Suites.named(dialect, name))
        .orElse(Suites.defaultOf(dialect));
  }

  /** The text of a key that takes one of {@code names}; empty if it is left out or wrong. */
  private Optional<String> choice(String key, List<String> names) {
    Optional<YamlNode> value = mapping.get(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    String written = value.get() instanceof Scalar scalar ? scalar.text() : "";
    if (names.contains(written)) {
      return Optional.of(written);
    }
    wrong(
        value.get(),
        key + " takes one of " + String.join(", ", names),
        DidYouMean.hint(written, names, "leave it out for " + names.get(0)));
    return Optional.empty();
  }

  List<String> logs() {
    List<String> logs = new ArrayList<>();
    Optional<YamlNode> value = mapping.get("logs");
    if (value.isEmpty()) {
      return logs;
    }
    if (!(value.get() instanceof YamlNode.Sequence list) || list.items().isEmpty()) {
      wrong(value.get(), "logs takes a list of files", "write logs: [mesh.jlog, portal.jlog]");
      return logs;
    }
    for (YamlNode item : list.items()) {
      if (item instanceof Scalar scalar && !scalar.text().isBlank()) {
        logs.add(scalar.text());
      } else {
        wrong(item, "logs takes names of files", "write for example mesh.jlog");
      }
    }
    return logs;
  }

  /** The names of the oracles; {@code all} is every one. */
  List<String> oracles() {
    Set<String> chosen = new LinkedHashSet<>();
    Optional<YamlNode> value = mapping.get("oracles");
    if (value.isEmpty()) {
      return List.of();
    }
    List<YamlNode> items =
        value.get() instanceof YamlNode.Sequence list ? list.items() : List.of(value.get());
    for (YamlNode item : items) {
      String name = item instanceof Scalar scalar ? scalar.text() : "";
      if (name.equals(ALL_ORACLES) && items.size() == 1) {
        return AllOracles.names();
      }
      if (!AllOracles.names().contains(name)) {
        wrong(
            item,
            "oracles takes all, or a list of " + String.join(", ", AllOracles.names()),
            DidYouMean.hint(name, AllOracles.names(), "docs/simulation.md lists the oracles"));
      } else if (!chosen.add(name)) {
        problems.add(
            item.place(),
            YamlException.Code.DUPLICATE_KEY,
            "the oracle " + name + " is listed twice",
            "keep one of them");
      }
    }
    return List.copyOf(chosen);
  }

  List<String> tags() {
    Set<String> tags = new LinkedHashSet<>();
    Optional<YamlNode> value = mapping.get("tags");
    if (value.isEmpty()) {
      return List.of();
    }
    if (!(value.get() instanceof YamlNode.Sequence list) || list.items().isEmpty()) {
      wrong(value.get(), "tags takes a list of words", "write for example tags: [escrow, slow]");
      return List.of();
    }
    for (YamlNode item : list.items()) {
      Optional<Scalar> tag = tag(item);
      if (tag.isPresent() && !tags.add(tag.get().text())) {
        problems.add(
            item.place(),
            YamlException.Code.DUPLICATE_KEY,
            "the tag \"" + tag.get().text() + "\" is listed twice",
            "keep one of them");
      }
    }
    return List.copyOf(tags);
  }

  private Optional<Scalar> tag(YamlNode item) {
    if (!(item instanceof Scalar scalar)) {
      wrong(item, TAG_FORM, "write for example escrow");
      return Optional.empty();
    }
    String text = scalar.text();
    if (text.startsWith(Rule.TAG) && !Rule.tags().contains(text)) {
      problems.add(
          item.place(),
          ScenarioException.Code.UNDEFINED,
          "there is no rule \"" + scalar.shown() + "\"",
          DidYouMean.hint(text, Rule.tags(), "docs/coverage.md lists the rules"));
      return Optional.empty();
    }
    if (!text.startsWith(Rule.TAG) && !TAG.matcher(text).matches()) {
      wrong(item, TAG_FORM, "write for example escrow");
      return Optional.empty();
    }
    return Optional.of(scalar);
  }
}
