package dev.meshsim.wizard;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A question for one line of text.
 *
 * @param wording the question, without the mark at its end
 * @param proposal the answer of a person who types none; may be empty
 * @param check runs at each key, and is fast
 * @param inquiry runs when typing pauses and {@code check} says {@link Verdict.Kind#UNKNOWN}; it
 *     may ask a portal
 * @param secret true if nothing of the answer may stay on the screen
 */
public record Question(
    Prompt.Wording wording,
    String proposal,
    Function<String, Verdict> check,
    Optional<Function<String, Verdict>> inquiry,
    boolean secret) {

  /** Checks that nothing is null. */
  public Question {
    Objects.requireNonNull(wording);
    Objects.requireNonNull(proposal);
    Objects.requireNonNull(check);
    Objects.requireNonNull(inquiry);
  }

  /** A question whose answer is checked. */
  public static Question of(Prompt.Wording wording, Function<String, Verdict> check) {
    return new Question(wording, "", check, Optional.empty(), false);
  }

  /** A question that any text answers but an empty one. */
  public static Question ofText(Prompt.Wording wording) {
    return of(wording, typed -> typed.isBlank() ? Verdict.unfinished("") : Verdict.good(""));
  }

  /** This question with the answer of a person who types none. */
  public Question proposing(String answer) {
    return new Question(wording, answer, check, inquiry, secret);
  }

  /** This question with an inquiry for answers that the check does not know. */
  public Question inquiring(Function<String, Verdict> further) {
    return new Question(wording, proposal, check, Optional.of(further), secret);
  }

  /** This question with an answer that does not stay. */
  public Question hidden() {
    return new Question(wording, proposal, check, inquiry, true);
  }

  /** The words of the question. */
  public String text() {
    return wording.text();
  }

  /** The verdict of check and inquiry together on an answer. */
  public Verdict judge(String answer) {
    Verdict first = check.apply(answer);
    return first.kind() == Verdict.Kind.UNKNOWN && inquiry.isPresent()
        ? inquiry.get().apply(answer)
        : first;
  }
}
