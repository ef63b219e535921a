package dev.meshsim.scenario.run;

import dev.meshsim.scenario.recording.PortalLink;
import dev.meshsim.scenario.results.ReportChoice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a run is carried out; no result of a case depends on it.
 *
 * @param jobs the number of cases that run at once, at least 1
 * @param failFast true to stop after the first case that failed or is undecided
 * @param stop ends the run early
 * @param timeout the real time that a case may take; it is undecided after it
 * @param only the names in the reports of the cases to run; empty for all of the plan
 * @param reports the reports with files that are written
 * @param arguments the paths that the user named, for a later run of what failed
 * @param link between machines and portals
 */
public record RunControls(
    int jobs,
    boolean failFast,
    Stop stop,
    Optional<Duration> timeout,
    Optional<Set<String>> only,
    ReportChoice reports,
    List<String> arguments,
    PortalLink link) {

  /** Checks the number of jobs. */
  public RunControls {
    if (jobs < 1) {
      throw RunException.badChoice(
          "there are no " + jobs + " jobs", "write --jobs N with N from 1, for example --jobs 2");
    }
    only = only.map(Set::copyOf);
    arguments = List.copyOf(arguments);
  }

  /** Controls of machines and portals in one process. */
  public RunControls(
      int jobs,
      boolean failFast,
      Stop stop,
      Optional<Duration> timeout,
      Optional<Set<String>> only,
      ReportChoice reports,
      List<String> arguments) {
    this(jobs, failFast, stop, timeout, only, reports, arguments, PortalLink.DIRECT);
  }

  /** These with another link between machines and portals. */
  public RunControls over(PortalLink other) {
    return new RunControls(jobs, failFast, stop, timeout, only, reports, arguments, other);
  }

  /** These for the cases with some names. */
  public RunControls only(Set<String> names) {
    return new RunControls(
        jobs, failFast, stop, timeout, Optional.of(names), reports, arguments, link);
  }

  /** One case at a time, all of them. */
  public static RunControls plain() {
    return of(1, new Stop(), Optional.empty());
  }

  /** All cases, so many at a time. */
  static RunControls of(int jobs, Stop stop, Optional<Duration> timeout) {
    return new RunControls(
        jobs, false, stop, timeout, Optional.empty(), ReportChoice.ALL, List.of());
  }
}
