package dev.meshsim.wizard;

import dev.meshsim.wizard.Rehearsal.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A way through one of the wizards, from its start to the question that ends a task.
 *
 * @param before makes what is there before
 * @param manager true for the profile manager, false for the connection tool
 * @param steps the questions in their order
 * @param done true if the task is done, however often it was begun
 */
record Walk(
    String name,
    Consumer<Homes> before,
    boolean manager,
    String machine,
    List<Step> steps,
    Predicate<Homes> done) {

  /**
   * A question.
   *
   * @param answer answers it; see {@link Answer}
   * @param changes true if its answer changes what is kept
   * @param kept is said to be kept by a person who leaves there
   * @param next the steps of the next start, if the person leaves there; empty for all
   */
  record Step(
      Prompt prompt,
      Function<Homes, String> answer,
      boolean changes,
      String kept,
      List<Step> next) {

    Step changing() {
      return new Step(prompt, answer, true, kept, next);
    }

    Answer in(Homes homes) {
      return new Answer(prompt, () -> answer.apply(homes));
    }
  }

  static Step step(Prompt prompt, String answer, String kept) {
    return step(prompt, homes -> answer, kept);
  }

  static Step step(Prompt prompt, Function<Homes, String> answer, String kept) {
    return new Step(prompt, answer, false, kept, List.of());
  }

  /** Steps at which a person may leave, all of which the next start goes on with in one way. */
  static List<Step> then(List<Step> next, List<Step> steps) {
    List<Step> all = new ArrayList<>();
    for (Step step : steps) {
      all.add(new Step(step.prompt(), step.answer(), step.changes(), step.kept(), next));
    }
    return all;
  }

  @SafeVarargs
  static List<Step> chain(List<Step>... parts) {
    List<Step> all = new ArrayList<>();
    for (List<Step> part : parts) {
      all.addAll(part);
    }
    return all;
  }

  /** The answers before a question. */
  List<Answer> answersTo(int at, Homes homes) {
    return steps.subList(0, at).stream().map(step -> step.in(homes)).toList();
  }

  /** The answers of the start after a person has left at a question. */
  List<Answer> answersAfter(int at, Homes homes) {
    List<Step> next = steps.get(at).next().isEmpty() ? steps : steps.get(at).next();
    return next.stream().map(step -> step.in(homes)).toList();
  }

  /** True if leaving at a question and at the one after it leave the same and go on alike. */
  boolean goesOnAlike(int at) {
    return at + 1 < steps.size()
        && !steps.get(at).changes()
        && steps.get(at).next().equals(steps.get(at + 1).next());
  }

  /** The prompt that is reached when all steps are answered. */
  Prompt end() {
    return steps.stream().anyMatch(step -> step.prompt().name().startsWith("PASSWORD_"))
        ? Prompt.PASSWORD_TASK
        : Prompt.GIVEN_APPLICATION;
  }

  int run(Homes homes, Conversation talk) {
    return manager ? homes.manager(machine, talk) : homes.tool(machine, talk);
  }

  @Override
  public String toString() {
    return name;
  }
}
