package dev.meshsim.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.meshsim.error.MeshException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A conversation whose first answers are given beforehand, and checked as typed ones are. What is
 * asked after them is asked at the terminal.
 */
final class Rehearsal implements Conversation {

  /** The answer that types the share which was shown last. */
  static final String PAPER = "(paper)";

  /** The answer that goes back to the choices, as Ctrl-D does. */
  static final String BACK = "(back)";

  private static final int MOST_TRIES = 100;

  private final Conversation terminal;
  private final Deque<Answer> answers;
  private String paper = "";
  private volatile List<String> offered = List.of();
  private volatile Prompt.@Nullable Wording reached;

  /**
   * An answer.
   *
   * @param text what is typed; the beginning of a choice; not read where no line is asked for
   */
  record Answer(Prompt prompt, Supplier<String> text) {}

  Rehearsal(Conversation terminal, List<Answer> answers) {
    this.terminal = terminal;
    this.answers = new ArrayDeque<>(answers);
  }

  /** What is asked at the terminal; null as long as given answers are left. */
  Prompt.@Nullable Wording reached() {
    return reached;
  }

  /** The choices that were offered last. */
  List<String> offered() {
    return offered;
  }

  /** The answer that was given for a prompt; empty if it is asked at the terminal. */
  private Optional<String> given(Prompt.Wording wording) {
    Answer answer = answers.poll();
    if (answer == null) {
      reached = wording;
      return Optional.empty();
    }
    assertEquals(answer.prompt(), wording.prompt(), wording.text());
    String text = answer.text().get();
    if (text.equals(BACK)) {
      throw new Leaving(Leaving.Way.BACK);
    }
    return Optional.of(text.equals(PAPER) ? paper : text);
  }

  @Override
  public String ask(Question question) {
    Optional<String> given = given(question.wording());
    if (given.isEmpty()) {
      return terminal.ask(question);
    }
    Verdict verdict = question.judge(given.get());
    assertEquals(Verdict.Kind.GOOD, verdict.kind(), question.text() + " " + verdict.note());
    return given.get();
  }

  @Override
  public int choose(Prompt.Wording question, List<String> choices) {
    offered = choices;
    Optional<String> given = given(question);
    if (given.isEmpty()) {
      return terminal.choose(question, choices);
    }
    for (int i = 0; i < choices.size(); i++) {
      if (choices.get(i).startsWith(given.get())) {
        return i;
      }
    }
    return fail(given.get() + " is not offered: " + choices);
  }

  @Override
  public boolean agree(Prompt.Wording question) {
    Optional<String> given = given(question);
    return given.isEmpty() ? terminal.agree(question) : given.get().equals("yes");
  }

  @Override
  public void secret(Prompt.Wording about, List<String> lines) {
    if (given(about).isEmpty()) {
      terminal.secret(about, lines);
    }
    paper = lines.get(0);
  }

  @Override
  public <T> Optional<T> await(Prompt.Wording about, Supplier<Optional<T>> ask) {
    if (given(about).isEmpty()) {
      return terminal.await(about, ask);
    }
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Optional<T> answer = ask.get();
      if (answer.isPresent()) {
        return answer;
      }
    }
    return fail("no answer: " + about.text());
  }

  @Override
  public void title(String text) {
    terminal.title(text);
  }

  @Override
  public void say(String text) {
    terminal.say(text);
  }

  @Override
  public void failure(String problem, String hint) {
    terminal.failure(problem, hint);
  }

  @Override
  public void failure(String problem, MeshException failure) {
    terminal.failure(problem, failure);
  }

  @Override
  public void fact(String name, String value) {
    terminal.fact(name, value);
  }

  @Override
  public void large(String code) {
    terminal.large(code);
  }

  @Override
  public void kept(String kept, String next) {
    terminal.kept(kept, next);
  }

  @Override
  public void left() {
    terminal.left();
  }

  @Override
  public void back() {
    terminal.back();
  }
}
