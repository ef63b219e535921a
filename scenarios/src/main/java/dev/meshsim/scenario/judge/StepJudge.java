package dev.meshsim.scenario.judge;

import dev.meshsim.error.MeshException;
import dev.meshsim.report.StepInfo;
import dev.meshsim.report.StepResult;
import dev.meshsim.report.StepResult.Difference;
import dev.meshsim.report.Verdict;
import dev.meshsim.scenario.ExpectForm;
import dev.meshsim.scenario.Expectation;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.StepKind;
import dev.meshsim.scenario.action.Observation;
import dev.meshsim.scenario.action.Stage;
import dev.meshsim.scenario.action.StepAction;
import dev.meshsim.session.ConnectionTimeoutException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs a step and compares its outcome with its expectations. */
public final class StepJudge {

  private final Stage stage;
  private final Function<String, StepAction> actions;
  private final Consumer<Throwable> internalErrors;

  /**
   * Judges steps on {@code stage}.
   *
   * @param actions returns the action of a step's word
   * @param internalErrors receives each error of the program, for the developer
   */
  public StepJudge(
      Stage stage, Function<String, StepAction> actions, Consumer<Throwable> internalErrors) {
    this.stage = stage;
    this.actions = actions;
    this.internalErrors = internalErrors;
  }

  /** Makes the call of a step, and compares its outcome. */
  public StepResult run(Step step) {
    return run(step, true);
  }

  /** Runs a step at the same time as others, whose records are not told from its own. */
  StepResult runAmongOthers(Step step) {
    return run(step, false);
  }

  private StepResult run(Step step, boolean only) {
    stage.begin(step);
    Instant began = stage.now();
    long before = stage.logged();
    Observation seen;
    Optional<MeshException> failure = Optional.empty();
    try {
      seen = stage.calls().perform(step, actions.apply(step.kind().word()));
    } catch (MeshException e) {
      failure = Optional.of(e);
      seen = Observation.of(e);
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      internalErrors.accept(e);
      return told(
          step, began, Verdict.UNDECIDED, "internal error: " + place(e), Optional.empty(), true);
    }
    if (only && stage.logged() == before) {
      seen = seen.plus(StepKind.NOTHING_LOGGED);
    }
    return judge(step, began, seen, failure);
  }

  /** The result of the last step: a failure if a planned fault never happened, or a lie. */
  public StepResult atEnd(Step step, StepResult result) {
    List<String> unfinished = new ArrayList<>();
    stage.unfinished().forEach((origin, fault) -> unfinished.add(fault + ", planned at " + origin));
    if (result.verdict() != Verdict.PASSED || unfinished.isEmpty()) {
      return result;
    }
    return missing(step, result, "every planned fault to happen", unfinished);
  }

  /** The result of a step with which things should have happened that did not. */
  static StepResult missing(Step step, StepResult result, String wanted, List<String> absent) {
    return failed(step, result, wanted, "not: " + String.join("; ", absent));
  }

  /** The result of a step that fails for another reason than its own outcome. */
  static StepResult failed(Step step, StepResult result, String wanted, String found) {
    return told(
        step,
        result.time().orElse(Instant.EPOCH),
        Verdict.FAILED,
        "expected " + wanted + "; found: " + found,
        Optional.of(new Difference(wanted, oneLine(found))),
        false);
  }

  /** The result of a step that has failed, with a remark at the end of its explanation. */
  static StepResult remarked(StepResult failed, String remark) {
    return new StepResult(
        failed.info(),
        failed.verdict(),
        failed.time(),
        failed.explanation().map(text -> text + "; " + oneLine(remark)),
        failed.difference(),
        failed.internal());
  }

  /** The result of a step that is skipped because an earlier one failed. */
  public static StepResult passedOver(Step step) {
    return StepResult.plain(info(step), Verdict.UNDECIDED, Optional.empty());
  }

  /** The step as the reports know it. */
  private static StepInfo info(Step step) {
    return new StepInfo(
        step.number(),
        step.place().toString(),
        step.title(),
        Optional.of(step.actor()).filter(actor -> !actor.isEmpty()),
        step.because());
  }

  /** The result of a step of a scenario that is left out, with the reason. */
  public static StepResult leftOut(Step step, String why) {
    return result(step, Verdict.NOT_APPLICABLE, why, false);
  }

  /** The result of a step whose verdict is not known, with the reason. */
  public static StepResult undecided(Step step, String why, boolean internal) {
    return result(step, Verdict.UNDECIDED, why, internal);
  }

  private static String withCode(MeshException e) {
    return e.problem() + " (" + e.code() + ")";
  }

  /** The problem and the hint of an error, in one line. */
  public static String withHint(MeshException e) {
    return e.problem() + "; hint: " + e.hint();
  }

  private StepResult judge(
      Step step, Instant began, Observation seen, Optional<MeshException> failure) {
    List<String> unmet = unmet(step, seen);
    if (unmet.isEmpty()) {
      return StepResult.plain(info(step), Verdict.PASSED, Optional.of(began));
    }
    String wanted = String.join(", ", unmet);
    boolean gaveUp = failure.map(e -> e instanceof ConnectionTimeoutException).orElse(false);
    String found =
        failure.map(gaveUp ? StepJudge::withHint : StepJudge::withCode).orElse(found(step, seen));
    String because = step.because().map(reason -> "; because: " + reason).orElse("");
    return told(
        step,
        began,
        gaveUp ? Verdict.UNDECIDED : Verdict.FAILED,
        "expected " + wanted + "; found: " + found + because,
        Optional.of(new Difference(oneLine(wanted), oneLine(found))),
        false);
  }

  /**
   * The expectations that do not hold; {@code ok} is one unless a failure is expected, or that a
   * forged request is accepted.
   */
  private static List<String> unmet(Step step, Observation seen) {
    List<String> texts = new ArrayList<>();
    boolean otherwise = false;
    for (Expectation expectation : step.expectations()) {
      String text = expectation.text();
      if (expectation.negated() == seen.sentences().contains(expectation.sentence())) {
        texts.add(expectation.shown());
      }
      otherwise |=
          text.startsWith("refused ")
              || text.startsWith("error ")
              || text.equals("rejected")
              || text.equals(Observation.CRASHED)
              || (text.equals("accepted") && step.kind().word().equals("forge"));
    }
    if (!otherwise
        && !seen.sentences().contains(Observation.OK)
        && !texts.contains(Observation.OK)) {
      texts.add(Observation.OK);
    }
    return texts;
  }

  /** All that was seen; of a secret only that there is one, and whether it is another. */
  private static String found(Step step, Observation seen) {
    return seen.sentences().stream()
        .map(sentence -> shown(step, sentence))
        .collect(Collectors.joining(", "));
  }

  private static String shown(Step step, String sentence) {
    return step.kind().forms().stream()
        .filter(form -> form.isSecret() && form.matches(sentence))
        .findFirst()
        .map(form -> form.hiding(compared(step, form, sentence)))
        .orElse(sentence);
  }

  private static String compared(Step step, ExpectForm form, String sentence) {
    List<Expectation> same =
        step.expectations().stream().filter(each -> each.form().equals(form)).toList();
    if (same.isEmpty()) {
      return "that is not shown";
    }
    return same.stream().anyMatch(each -> each.sentence().equals(sentence))
        ? "of the same value"
        : "of another value";
  }

  private static StepResult told(
      Step step,
      Instant began,
      Verdict verdict,
      String why,
      Optional<Difference> difference,
      boolean internal) {
    return new StepResult(
        info(step), verdict, Optional.of(began), Optional.of(oneLine(why)), difference, internal);
  }

  private static StepResult result(Step step, Verdict verdict, String why, boolean internal) {
    return new StepResult(
        info(step),
        verdict,
        Optional.empty(),
        Optional.of(oneLine(why)),
        Optional.empty(),
        internal);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  /**
   * The class of an error and its place in the program, without its message, which may quote
   * secrets.
   */
  public static String place(Throwable error) {
    String where = "";
    for (StackTraceElement frame : error.getStackTrace()) {
      if (frame.getClassName().startsWith("dev.meshsim.")) {
        where = " at " + frame.getFileName() + ":" + frame.getLineNumber();
        break;
      }
    }
    return error.getClass().getSimpleName() + where;
  }
}
