package dev.meshsim.scenario.reader;

import dev.meshsim.bytes.Sha256;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.DidYouMean;
import dev.meshsim.jose.Suite;
import dev.meshsim.scenario.EventTrace;
import dev.meshsim.scenario.RunText;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.ScenarioException;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.StepKinds;
import dev.meshsim.scenario.log.LogSetting;
import dev.meshsim.scenario.yaml.Problem;
import dev.meshsim.scenario.yaml.YamlException;
import dev.meshsim.scenario.yaml.YamlNode;
import dev.meshsim.scenario.yaml.YamlNode.Entry;
import dev.meshsim.scenario.yaml.YamlNode.Mapping;
import dev.meshsim.scenario.yaml.YamlNode.Scalar;
import dev.meshsim.scenario.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a scenario file and checks all of it against {@link StepKinds}. */
public final class ScenarioReader {

  /** The keys of a scenario. */
  static final List<String> KEYS =
      List.of(
          "purpose",
          "machines",
          "portal",
          "dialect",
          "suite",
          "checkpoints",
          "witnesses",
          "peers",
          "logs",
          "tags",
          "oracles",
          TraceReader.KEY,
          "rows",
          "steps");

  private final String file;
  private final ScenarioProblems problems;

  private ScenarioReader(String file, List<Problem> found) {
    this.file = file;
    this.problems = new ScenarioProblems(found);
  }

  /**
   * Reads a scenario without rows, or the first case of one with rows.
   *
   * @param name its name, unique in a run
   * @param file the file as the user named it, for the places
   * @param octets the file's content
   * @throws ScenarioException with every problem of the file
   */
  public static Scenario read(String name, String file, byte[] octets) {
    return cases(name, file, octets).get(0);
  }

  /**
   * Reads the cases of a scenario: one for each of its rows, or one if it has no rows.
   *
   * @param name the scenario's name, unique in a run
   * @param file the file as the user named it, for the places
   * @param octets the file's content
   * @return in the order of the file, at least one
   * @throws ScenarioException with every problem of the file
   */
  public static List<Scenario> cases(String name, String file, byte[] octets) {
    List<Problem> found = new ArrayList<>();
    YamlNode root;
    try {
      root = YamlReader.read(file, octets, found);
    } catch (YamlException e) {
      throw new ScenarioException(List.of(e.reason()));
    }
    return new ScenarioReader(file, found).cases(name, root, Sha256.of(octets).hex());
  }

  private List<Scenario> cases(String name, YamlNode root, String digest) {
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
        unknownKey(entry.key());
      }
    }
    HeadReader head = new HeadReader(file, mapping, problems);
    String purpose = head.purpose();
    Set<String> machines = head.machines();
    Set<String> portals = head.portals();
    Dialect dialect = head.dialect();
    Suite suite = head.suite(dialect);
    List<String> tags = head.tags();
    Optional<LogSetting> log = new LogReader(mapping, head).read(portals);
    List<String> logs = head.logs();
    List<String> oracles = head.oracles();
    Optional<EventTrace> trace = new TraceReader(problems).read(mapping);
    List<YamlNode> written = written(head);
    List<Row> rows = new RowsReader(problems).read(mapping, written);
    List<Scenario> cases = new ArrayList<>();
    for (Row row : rows) {
      RunText run = RunText.written(digest, row.name());
      problems.inRow(row.name(), rows.size());
      List<Step> steps = steps(written, row.with(run.text()), machines, portals, log);
      cases.add(
          new Scenario(
              name,
              row.name(),
              file,
              row.place().line(),
              purpose,
              tags,
              List.copyOf(machines),
              List.copyOf(portals),
              dialect,
              suite,
              head.fixed(),
              log,
              logs,
              oracles,
              trace,
              steps,
              run,
              digest));
    }
    problems.throwIfAny();
    return List.copyOf(cases);
  }

  private void unknownKey(Scalar key) {
    problems.add(
        key.place(),
        ScenarioException.Code.UNKNOWN_KEY,
        "a scenario has no key \"" + key.shown() + "\"; keys: " + String.join(", ", KEYS),
        DidYouMean.hint(key.text(), KEYS, "remove it"));
  }

  private static List<YamlNode> written(HeadReader head) {
    Optional<YamlNode> value = head.required("steps", "and a list of calls");
    if (value.isEmpty()) {
      return List.of();
    }
    if (!(value.get() instanceof YamlNode.Sequence list) || list.items().isEmpty()) {
      head.wrong(
          value.get(),
          "steps takes a list of calls",
          "write - validate: alice@example.com below it");
      return List.of();
    }
    return list.items();
  }

  private List<Step> steps(
      List<YamlNode> written,
      Variables variables,
      Set<String> machines,
      Set<String> portals,
      Optional<LogSetting> log) {
    StepReader reader = new StepReader(machines, portals, problems);
    List<Step> steps = new ArrayList<>();
    for (YamlNode item : written) {
      reader.read(steps.size() + 1, variables.in(item, problems)).ifPresent(steps::add);
    }
    if (steps.size() == written.size()) {
      new AtOnceChecks(problems, log.filter(LogSetting::isWatched).isPresent() ? portals : Set.of())
          .check(steps);
      new WitnessChecks(problems, log).check(steps);
      new LabelChecks(problems).check(steps);
    }
    return steps;
  }
}
