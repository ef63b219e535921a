package dev.meshsim.scenario;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.Suite;
import dev.meshsim.scenario.log.LogSetting;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A case: a scenario, or one row of it, checked against the table of steps.
 *
 * @param name the file's base name without the extension
 * @param row the name of the case's row; empty if the file has no rows
 * @param file the file as the user named it
 * @param line the line of the row, or 1
 * @param purpose one line
 * @param tags lower-case words by which cases are chosen
 * @param machines the simulated machines
 * @param portals the domains of the portals, at least one
 * @param dialect the dialect of everything that is written
 * @param suite the algorithms of every profile, one that the dialect has
 * @param fixed the keys among {@code dialect}, {@code suite} and {@code logs} that the file has
 * @param log the verifiable logs of the portals, and who watches them; empty if they keep none
 * @param logs the log files with the portal's first records, relative to the file's directory
 * @param oracles the names of the oracles that watch the steps
 * @param trace the events of the run that the scenario must repeat, if it is a finding
 * @param steps in order
 * @param run the value of {@code {run}} in the steps
 * @param digest SHA-256 of the file, lower-case hexadecimal
 */
public record Scenario(
    String name,
    Optional<String> row,
    String file,
    int line,
    String purpose,
    List<String> tags,
    List<String> machines,
    List<String> portals,
    Dialect dialect,
    Suite suite,
    Set<String> fixed,
    Optional<LogSetting> log,
    List<String> logs,
    List<String> oracles,
    Optional<EventTrace> trace,
    List<Step> steps,
    RunText run,
    String digest) {

  /** The most portals of a scenario. */
  public static final int MOST_PORTALS = 8;

  /** Copies the lists. */
  public Scenario {
    tags = List.copyOf(tags);
    machines = List.copyOf(machines);
    portals = List.copyOf(portals);
    fixed = Set.copyOf(fixed);
    logs = List.copyOf(logs);
    oracles = List.copyOf(oracles);
    steps = List.copyOf(steps);
  }

  /** The domain of the first portal. */
  public String portal() {
    return portals.get(0);
  }

  /**
   * The name of the case, {@code name} or {@code name[row]}, from which its seed is derived. It
   * does not contain a directory, so a case is the same whether its file is run by itself or not.
   */
  public String caseName() {
    return withRow(name);
  }

  /** The things that the case needs of its surroundings: those of its steps and of its head. */
  public Set<Need> needs() {
    Set<Need> needs = EnumSet.noneOf(Need.class);
    steps.forEach(step -> needs.addAll(step.kind().surroundings()));
    if (!logs.isEmpty()) {
      needs.add(Need.STORE);
    }
    if (log.isPresent()) {
      needs.add(Need.LOG);
    }
    // A suite is of one dialect, and logs are written in one.
    if (!fixed.isEmpty()) {
      needs.add(Need.DIALECT);
    }
    return needs;
  }

  /** A text with the row in brackets, if there is one. */
  public String withRow(String text) {
    return row.map(value -> text + "[" + value + "]").orElse(text);
  }

  /** The case with other oracles. */
  public Scenario watchedBy(List<String> others) {
    return with(name, row, log, others, steps, run);
  }

  /** The case at portals that keep verifiable logs. */
  public Scenario withLog(LogSetting setting) {
    return with(name, row, Optional.of(setting), oracles, steps, run);
  }

  /** The case as a scenario of its own, under another name and without a row. */
  public Scenario named(String other) {
    return with(other, Optional.empty(), log, oracles, steps, run);
  }

  /** The case with the trace of one of its runs. */
  public Scenario traced(EventTrace events) {
    return new Scenario(
        name,
        row,
        file,
        line,
        purpose,
        tags,
        machines,
        portals,
        dialect,
        suite,
        fixed,
        log,
        logs,
        oracles,
        Optional.of(events),
        steps,
        run,
        digest);
  }

  /** The case with other steps. */
  public Scenario withSteps(List<Step> others) {
    return with(name, row, log, oracles, others, run);
  }

  /** The case with the value of {@code {run}} that a run with this seed gives it. */
  public Scenario inRun(long seed) {
    RunText next = RunText.inRun(seed, caseName());
    return with(
        name, row, log, oracles, steps.stream().map(step -> step.with(run, next)).toList(), next);
  }

  private Scenario with(
      String otherName,
      Optional<String> otherRow,
      Optional<LogSetting> otherLog,
      List<String> otherOracles,
      List<Step> otherSteps,
      RunText otherRun) {
    return new Scenario(
        otherName,
        otherRow,
        file,
        line,
        purpose,
        tags,
        machines,
        portals,
        dialect,
        suite,
        fixed,
        otherLog,
        logs,
        otherOracles,
        trace,
        otherSteps,
        otherRun,
        digest);
  }
}
