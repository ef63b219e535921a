package dev.meshsim.scenario.simulation;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.scenario.DurationText;
import dev.meshsim.scenario.EventTrace;
import dev.meshsim.scenario.Member;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.Suites;
import dev.meshsim.scenario.action.Observation;
import dev.meshsim.scenario.reader.LogReader;
import dev.meshsim.sim.schedule.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a plan as a scenario file, with the outcome of each step as its expectation. */
final class PlanWriter {

  /** The texts that YAML reads as they stand. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9@._ -]*[A-Za-z0-9]|[A-Za-z0-9]");

  private static final int EVENTS_IN_LINE = 10;

  private PlanWriter() {}

  /**
   * The text of a file.
   *
   * @param purpose one line of at most 120 characters
   * @param comments lines that say where the plan is from
   * @param outcomes what was seen of each step, by its number
   */
  static String yaml(
      Scenario plan, String purpose, List<String> comments, Map<Integer, List<String>> outcomes) {
    StringBuilder text = new StringBuilder();
    comments.forEach(line -> text.append("# ").append(line).append('\n'));
    text.append("purpose: ").append(scalar(purpose)).append('\n');
    text.append("machines: [").append(String.join(", ", plan.machines())).append("]\n");
    text.append("portal: [").append(String.join(", ", plan.portals())).append("]\n");
    if (plan.dialect() != Dialect.MESH) {
      text.append("dialect: ").append(plan.dialect().label()).append('\n');
    }
    if (!plan.suite().equals(Suites.defaultOf(plan.dialect()))) {
      text.append("suite: ").append(plan.suite().label()).append('\n');
    }
    plan.log()
        .ifPresent(log -> LogReader.write(log).forEach(line -> text.append(line).append('\n')));
    if (!plan.oracles().isEmpty()) {
      text.append("oracles: [").append(String.join(", ", plan.oracles())).append("]\n");
    }
    plan.trace().ifPresent(trace -> trace(text, trace));
    text.append("\nsteps:\n");
    for (Step step : plan.steps()) {
      step(text, step, outcomes.getOrDefault(step.number(), List.of()));
    }
    return text.toString();
  }

  private static void trace(StringBuilder text, EventTrace trace) {
    text.append("trace:\n  seed: ").append(trace.seed()).append("\n  events: |-\n");
    for (int at = 0; at < trace.events().size(); at += EVENTS_IN_LINE) {
      int end = Math.min(at + EVENTS_IN_LINE, trace.events().size());
      text.append("    ").append(String.join(" ", trace.events().subList(at, end))).append('\n');
    }
  }

  private static void step(StringBuilder text, Step step, List<String> outcome) {
    List<String> lines = new ArrayList<>();
    String word = step.kind().word();
    Map<String, Object> values = step.values().byKey();
    lines.add(word + ": " + (values.containsKey(word) ? value(values.get(word)) : step.actor()));
    if (step.kind().hasActor() && !step.kind().actorKey().equals(word)) {
      lines.add(step.kind().actorKey() + ": " + step.actor());
    }
    for (Member member : step.kind().members()) {
      if (!member.name().equals(word) && values.containsKey(member.name())) {
        lines.add(member.name() + ": " + value(values.get(member.name())));
      }
    }
    expectation(outcome).ifPresent(seen -> lines.add("expect: " + scalar(seen)));
    text.append("  - ").append(String.join("\n    ", lines)).append('\n');
  }

  /** The expectation of an outcome that is no success; a success is expected anyway. */
  private static Optional<String> expectation(List<String> outcome) {
    return outcome.stream()
        .filter(seen -> !outcome.contains(Observation.OK) || isTold(seen))
        .filter(seen -> seen.startsWith("error ") || !seen.startsWith("refused "))
        .findFirst();
  }

  /** True for the few sentences of a success that say how a request was decided. */
  private static boolean isTold(String seen) {
    return seen.equals("accepted") || seen.equals("rejected");
  }

  private static String value(Object value) {
    if (value instanceof List<?> list) {
      return list.stream()
          .map(item -> item instanceof Turn turn ? turn(turn) : value(item))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return scalar(value.toString());
  }

  private static String turn(Turn turn) {
    return turn.after().toSeconds() == 0
        ? turn.actor()
        : turn.actor() + " after " + DurationText.write(DurationText.rounded(turn.after()));
  }

  private static String scalar(String text) {
    return PLAIN.matcher(text).matches() ? text : quoted(text);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
