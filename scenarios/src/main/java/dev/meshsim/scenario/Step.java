package dev.meshsim.scenario;

import dev.meshsim.report.MessageNames;
import dev.meshsim.scenario.yaml.Place;
import java.util.List;
import java.util.Optional;

/**
 * A step: one call of the API.
 *
 * @param number counted from 1
 * @param place where the step begins in its file
 * @param kind its row of the table
 * @param actor the machine that acts; empty if none does
 * @param values its other keys
 * @param expectations all that the outcome has to show; empty means {@code ok}
 * @param label the name that the file gives its messages, if it gives one
 */
public record Step(
    int number,
    Place place,
    StepKind kind,
    String actor,
    StepValues values,
    List<Expectation> expectations,
    Optional<String> label) {

  /** Copies the list. */
  public Step {
    expectations = List.copyOf(expectations);
  }

  /** The step in a few words: {@code connect on phone}, {@code away: example.com}. */
  public String title() {
    return kind.hasActor()
        ? kind.word() + " on " + actor
        : kind.word() + ": " + values.shown(kind.word());
  }

  /** The name of its messages: its label, or its word and its machine. */
  public String messageName() {
    return MessageNames.step(label, kind.word(), Optional.of(actor).filter(a -> !a.isEmpty()));
  }

  /** The origin of what the step plans, for a report: its place and its title. */
  public String origin() {
    return place + " (" + title() + ")";
  }

  /** The number of steps after it that are done at the same time; 0 for every other step. */
  public int stepsAtOnce() {
    return kind.word().equals(StepKind.AT_ONCE) ? values.count(StepKind.AT_ONCE) : 0;
  }

  /** The step in another place of the scenario's order. */
  public Step numbered(int other) {
    return new Step(other, place, kind, actor, values, expectations, label);
  }

  /** The step with other values. */
  public Step with(StepValues others) {
    return new Step(number, place, kind, actor, others, expectations, label);
  }

  /** The step with another value of {@code {run}} in all its texts. */
  Step with(RunText old, RunText next) {
    return new Step(
        number,
        place,
        kind,
        next.instead(old, actor),
        values.with(old, next),
        expectations.stream()
            .map(e -> new Expectation(e.place(), e.form(), next.instead(old, e.text())))
            .toList(),
        label.map(text -> next.instead(old, text)));
  }

  /** The reason that the file gives for the step. */
  public Optional<String> because() {
    return values.optionalText("because");
  }
}
