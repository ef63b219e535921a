package dev.meshsim.report;

import java.time.Instant;
import java.util.Optional;

/**
 * The result of a step.
 *
 * @param info the step
 * @param verdict passed, failed, or undecided if it never ran
 * @param time the world's time when the step began; empty if it never ran
 * @param explanation the expectation and the outcome, in one line; empty if the step passed or
 *     never ran
 * @param difference the parts of the explanation, if the outcome was compared with expectations
 * @param internal true if the step met an error of the program rather than of the scenario
 */
public record StepResult(
    StepInfo info,
    Verdict verdict,
    Optional<Instant> time,
    Optional<String> explanation,
    Optional<Difference> difference,
    boolean internal) {

  /**
   * The outcome of a step that is not the expected one. Neither text has a secret.
   *
   * @param expected the expectations that were not met
   * @param found the outcome, or the problem of the error
   */
  public record Difference(String expected, String found) {}

  /** A step that passed, or never ran and has nothing to explain. */
  public static StepResult plain(StepInfo info, Verdict verdict, Optional<Instant> time) {
    return new StepResult(info, verdict, time, Optional.empty(), Optional.empty(), false);
  }

  /** Counted from 1. */
  public int number() {
    return info.number();
  }

  /** {@code file:line:column}. */
  public String place() {
    return info.place();
  }

  /** The step in a few words. */
  public String title() {
    return info.title();
  }

  /** The expectations that were not met, if the step was compared with them. */
  public Optional<String> expected() {
    return difference.map(Difference::expected);
  }

  /** The outcome, if the step was compared with its expectations. */
  public Optional<String> found() {
    return difference.map(Difference::found);
  }
}
