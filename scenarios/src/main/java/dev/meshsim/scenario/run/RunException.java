package dev.meshsim.scenario.run;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import java.util.List;

/** A run that cannot begin. */
public final class RunException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    NONE(
        "scenario.none",
        "The file or directory that was named holds no scenario.",
        "name a scenario file, or a directory that has some"),
    NOT_APPLICABLE(
        "scenario.not-applicable",
        "An option contradicts the dialect or the algorithms that a scenario fixes itself.",
        "leave out --dialect and --suite, or name a scenario that does not fix them"),
    NONE_CHOSEN(
        "scenario.none-chosen",
        "No scenario has the tag, the name or the line by which scenarios are chosen.",
        "see what there is with mesh-sim run --list"),
    SEVERAL(
        "scenario.several",
        "A transcript is of one case, and several were named.",
        "name the line of one case, FILE:LINE"),
    BAD_CHOICE(
        "scenario.bad-choice",
        "An order, a shard or a tag is not written as it must be.",
        "see mesh-sim run --help"),
    SAME_NAME(
        "scenario.same-name",
        "Two cases have one name in the reports, where a row or a store is added to it.",
        "rename one of the files or rows"),
    OTHER_DIALECT(
        "scenario.other-dialect",
        "The logs that a scenario starts from are written in another dialect than the scenario.",
        "write the dialect of the logs in the scenario");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  /** The most cases that a hint names. */
  private static final int SHOWN = 5;

  private RunException(Code code, String problem, String hint) {
    super(code, problem, hint);
  }

  static RunException noScenario(String problem, String hint) {
    return new RunException(Code.NONE, problem, hint);
  }

  static RunException noneChosen(String problem, String hint) {
    return new RunException(Code.NONE_CHOSEN, problem, hint);
  }

  static RunException badChoice(String problem, String hint) {
    return new RunException(Code.BAD_CHOICE, problem, hint);
  }

  /** More than one case where one is needed; the hint names the first ones. */
  static RunException several(String argument, List<Case> cases) {
    List<String> places =
        cases.stream()
            .limit(SHOWN)
            .map(
                each ->
                    each.line().isPresent()
                        ? each.file() + ":" + each.line().getAsInt()
                        : each.file())
            .map(Quote::of)
            .toList();
    return new RunException(
        Code.SEVERAL,
        Quote.of(argument) + " has " + cases.size() + " cases, and a transcript is of one",
        "name one of them: " + String.join(", ", places) + (cases.size() > SHOWN ? ", ..." : ""));
  }

  /** Two cases of one label, {@code a@h2} and {@code a} over H2 for example. */
  static RunException sameName(String label, Case one, Case other) {
    return new RunException(
        Code.SAME_NAME,
        "two cases of this run are called "
            + Quote.of(label)
            + ": "
            + Quote.of(one.file())
            + " and "
            + Quote.of(other.file()),
        Code.SAME_NAME.hint());
  }

  static RunException notApplicable(String file, String reason) {
    return new RunException(
        Code.NOT_APPLICABLE,
        Quote.of(file) + " cannot be run with these options: " + reason,
        Code.NOT_APPLICABLE.hint());
  }

  static RunException otherDialect(Dialect logs, Dialect scenario) {
    return new RunException(
        Code.OTHER_DIALECT,
        "the logs are written in the dialect "
            + logs.label()
            + ", the scenario speaks "
            + scenario.label(),
        "write dialect: " + logs.label() + " in the scenario");
  }
}
