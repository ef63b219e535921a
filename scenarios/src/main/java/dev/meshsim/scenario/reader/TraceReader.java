package dev.meshsim.scenario.reader;

import dev.meshsim.error.DidYouMean;
import dev.meshsim.scenario.EventTrace;
import dev.meshsim.scenario.ScenarioException;
import dev.meshsim.scenario.yaml.YamlNode;
import dev.meshsim.scenario.yaml.YamlNode.Entry;
import dev.meshsim.scenario.yaml.YamlNode.Mapping;
import dev.meshsim.scenario.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Optional;

/** Reads the key {@code trace}, which {@code mesh-sim simulate} writes into a finding. */
final class TraceReader {

  static final String KEY = "trace";
  static final String SEED = "seed";
  static final String EVENTS = "events";
  private static final List<String> KEYS = List.of(SEED, EVENTS);

  private final ScenarioProblems problems;

  TraceReader(ScenarioProblems problems) {
    this.problems = problems;
  }

  /** The trace of a scenario; empty if it has none, or a wrong one. */
  Optional<EventTrace> read(Mapping scenario) {
    Optional<YamlNode> value = scenario.get(KEY);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!(value.get() instanceof Mapping mapping)) {
      wrong(value.get(), "trace takes the keys seed and events");
      return Optional.empty();
    }
    for (Entry entry : mapping.entries()) {
      String key = entry.key().text();
      if (!KEYS.contains(key)) {
        problems.add(
            entry.key().place(),
            ScenarioException.Code.UNKNOWN_KEY,
            "a trace has no key \"" + entry.key().shown() + "\"; keys: " + String.join(", ", KEYS),
            DidYouMean.hint(key, KEYS, "remove it"));
      }
    }
    Optional<Long> seed = value(mapping, SEED).flatMap(this::seed);
    Optional<List<String>> events = value(mapping, EVENTS).flatMap(this::events);
    return seed.flatMap(number -> events.map(list -> new EventTrace(number, list)));
  }

  private Optional<YamlNode> value(Mapping mapping, String key) {
    Optional<YamlNode> value = mapping.get(key);
    if (value.isEmpty()) {
      problems.add(
          mapping.place(),
          ScenarioException.Code.MISSING_KEY,
          "the trace lacks the key " + key,
          "remove trace: to run the scenario without a comparison");
    }
    return value;
  }

  private Optional<Long> seed(YamlNode value) {
    try {
      if (value instanceof Scalar scalar) {
        return Optional.of(Long.parseLong(scalar.text()));
      }
    } catch (NumberFormatException e) {
      // Reported below, with the place.
    }
    wrong(value, "the seed of a trace is a number");
    return Optional.empty();
  }

  private Optional<List<String>> events(YamlNode value) {
    if (value instanceof Scalar scalar) {
      List<String> events = List.of(scalar.text().strip().split("\\s+"));
      if (events.stream().allMatch(EventTrace.EVENT.asMatchPredicate())) {
        return Optional.of(events);
      }
    }
    wrong(
        value,
        "the events of a trace are digests of "
            + EventTrace.DIGITS
            + " hexadecimal digits, with blanks between them");
    return Optional.empty();
  }

  private void wrong(YamlNode value, String accepted) {
    problems.add(
        value.place(),
        ScenarioException.Code.WRONG_TYPE,
        accepted + ", not " + value.kind(),
        "leave the trace as mesh-sim simulate wrote it, or remove trace:");
  }
}
