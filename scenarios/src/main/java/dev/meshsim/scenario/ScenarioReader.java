package dev.meshsim.scenario;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.Suite;
import dev.meshsim.scenario.yaml.Place;
import dev.meshsim.scenario.yaml.Problem;
import dev.meshsim.scenario.yaml.YamlException;
import dev.meshsim.scenario.yaml.YamlNode;
import dev.meshsim.scenario.yaml.YamlNode.Entry;
import dev.meshsim.scenario.yaml.YamlNode.Mapping;
import dev.meshsim.scenario.yaml.YamlNode.Scalar;
import dev.meshsim.scenario.yaml.YamlReader;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a scenario file and checks all of it against {@link StepKinds}. */
public final class ScenarioReader {

  /** The keys of a scenario. */
  static final List<String> KEYS =
      List.of("purpose", "machines", "portal", "dialect", "suite", "logs", "steps");

  private static final Pattern MACHINE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,31}");
  private static final int PURPOSE_CHARS = 120;

  private final String file;
  private final ScenarioProblems problems;

  private ScenarioReader(String file, List<Problem> found) {
    this.file = file;
    this.problems = new ScenarioProblems(found);
  }

  /**
   * Reads a scenario.
   *
   * @param name its name, unique in a run
   * @param file the file as the user named it, for the places
   * @param octets the file's content
   * @throws ScenarioException with every problem of the file
   */
  public static Scenario read(String name, String file, byte[] octets) {
    List<Problem> found = new ArrayList<>();
    YamlNode root;
    try {
      root = YamlReader.read(file, octets, found);
    } catch (YamlException e) {
      throw new ScenarioException(List.of(e.reason()));
    }
    return new ScenarioReader(file, found).scenario(name, root, sha256(octets));
  }

  private Scenario scenario(String name, YamlNode root, String digest) {
    if (!(root instanceof Mapping mapping)) {
      problems.add(
          root.place(),
          ScenarioException.Code.WRONG_TYPE,
          "a scenario is purpose, machines, portal and steps, not " + root.kind(),
          "begin with purpose: and one line that says what the scenario shows");
      problems.throwIfAny();
      throw new IllegalStateException("the problem just added was thrown");
    }
    for (Entry entry : mapping.entries()) {
      if (!KEYS.contains(entry.key().text())) {
        problems.add(
            entry.key().place(),
            ScenarioException.Code.UNKNOWN_KEY,
            "a scenario has no key \""
                + entry.key().shown()
                + "\"; keys: "
                + String.join(", ", KEYS),
            DidYouMean.hint(entry.key().text(), KEYS, "remove it"));
      }
    }
    String purpose = purpose(mapping);
    Set<String> machines = machines(mapping);
    Set<String> portals = portals(mapping);
    Dialect dialect = dialect(mapping);
    Suite suite = suite(mapping, dialect);
    List<String> logs = logs(mapping);
    List<Step> steps = steps(mapping, machines, portals);
    problems.throwIfAny();
    return new Scenario(
        name,
        file,
        purpose,
        List.copyOf(machines),
        List.copyOf(portals),
        dialect,
        suite,
        fixed(mapping),
        logs,
        steps,
        digest);
  }

  private static Set<String> fixed(Mapping mapping) {
    return Stream.of("dialect", "suite", "logs")
        .filter(key -> mapping.get(key).isPresent())
        .collect(Collectors.toSet());
  }

  private Optional<YamlNode> required(Mapping mapping, String key, String example) {
    Optional<YamlNode> value = mapping.get(key);
    boolean misspelled =
        mapping.entries().stream()
            .map(entry -> entry.key().text())
            .anyMatch(
                word -> !KEYS.contains(word) && DidYouMean.to(word, KEYS).equals(Optional.of(key)));
    if (value.isEmpty() && !misspelled) {
      problems.add(
          new Place(file, 1, 1),
          ScenarioException.Code.MISSING_KEY,
          "the scenario lacks the key " + key,
          "add for example " + key + ": " + example);
    }
    return value;
  }

  private void wrong(YamlNode value, String accepted, String hint) {
    problems.add(
        value.place(), ScenarioException.Code.WRONG_TYPE, accepted + ", not " + value.kind(), hint);
  }

  private String purpose(Mapping mapping) {
    Optional<YamlNode> value = required(mapping, "purpose", "What this scenario shows.");
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

  private Set<String> machines(Mapping mapping) {
    Set<String> machines = new LinkedHashSet<>();
    Optional<YamlNode> value = required(mapping, "machines", "[desktop, phone]");
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

  private Set<String> portals(Mapping mapping) {
    Set<String> portals = new LinkedHashSet<>();
    Optional<YamlNode> value = required(mapping, "portal", "example.com");
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

  private Dialect dialect(Mapping mapping) {
    return choice(mapping, "dialect", Dialect.labels()).map(Dialect::named).orElse(Dialect.MESH);
  }

  private Suite suite(Mapping mapping, Dialect dialect) {
    return choice(mapping, "suite", Suites.names(dialect))
        .flatMap(name -> Suites.named(dialect, name))
        .orElse(Suites.defaultOf(dialect));
  }

  /** The text of a key that takes one of {@code names}; empty if it is left out or wrong. */
  private Optional<String> choice(Mapping mapping, String key, List<String> names) {
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

  private List<String> logs(Mapping mapping) {
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

  private List<Step> steps(Mapping mapping, Set<String> machines, Set<String> portals) {
    Optional<YamlNode> value = required(mapping, "steps", "and a list of calls");
    List<Step> steps = new ArrayList<>();
    if (value.isEmpty()) {
      return steps;
    }
    if (!(value.get() instanceof YamlNode.Sequence list) || list.items().isEmpty()) {
      wrong(
          value.get(),
          "steps takes a list of calls",
          "write - validate: alice@example.com below it");
      return steps;
    }
    StepReader reader = new StepReader(machines, portals, problems);
    for (YamlNode item : list.items()) {
      reader.read(steps.size() + 1, item).ifPresent(steps::add);
    }
    return steps;
  }

  private static String sha256(byte[] octets) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime lacks SHA-256", e);
    }
  }
}
