package dev.meshsim.wizard;

import dev.meshsim.error.MeshException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A conversation with one person. Text of others must be quoted by the caller ({@link
 * dev.meshsim.error.Quote}). Every method that waits for the person throws {@link Leaving} if the
 * person leaves instead of answering.
 */
public interface Conversation {

  /** Shows the heading of what follows. */
  void title(String text);

  /** Shows a paragraph, wrapped to the width that there is. */
  void say(String text);

  /** Shows a failure: its problem and its hint. */
  void failure(String problem, String hint);

  /**
   * Shows a failure with its hint, and keeps its evidence in a file if it has any.
   *
   * @param problem the problem in words of the caller
   */
  void failure(String problem, MeshException failure);

  /** Shows a failure, and keeps its evidence in a file if it has any. */
  default void failure(MeshException failure) {
    failure(failure.problem(), failure);
  }

  /** Shows a name with its value, in a column with other facts. */
  void fact(String name, String value);

  /** Shows a code to compare, as large as there is room for. */
  void large(String code);

  /**
   * Asks until the answer is one that the question accepts.
   *
   * @return the answer without white space at its ends
   */
  String ask(Question question);

  /** Asks for one of several choices, and returns its index. */
  int choose(Prompt.Wording question, List<String> choices);

  /** Asks a yes-or-no question. */
  boolean agree(Prompt.Wording question);

  /** Shows a secret until the person has read it; nothing of it stays. */
  void secret(Prompt.Wording about, List<String> lines);

  /**
   * Asks again and again until there is an answer, and shows meanwhile that it waits.
   *
   * @param about names the event that is waited for
   * @param ask one question, which may throw, and may {@link #say} something; it is asked at
   *     growing pauses
   * @return the answer, or empty if the person stopped waiting
   */
  <T> Optional<T> await(Prompt.Wording about, Supplier<Optional<T>> ask);

  /**
   * Sets what is said if the person leaves from here on.
   *
   * @param kept says what is kept
   * @param next says how to go on
   */
  void kept(String kept, String next);

  /** Says that the wizard ends, and what {@link #kept} has set last. */
  void left();

  /** Says that it goes back to the choices before, and what {@link #kept} has set last. */
  void back();
}
