package dev.meshsim.wizard.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.wizard.Leaving;
import dev.meshsim.wizard.Prompt;
import dev.meshsim.wizard.Question;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ctrl-C that is handled as a signal after a question has begun. */
@Timeout(20)
class InterruptsTest {

  private final AtomicBoolean signals = new AtomicBoolean(true);

  /** True if the signal comes when the reader has begun and has not drawn the line yet. */
  private final AtomicBoolean early = new AtomicBoolean();

  /** What the terminal shows; the signal comes when it shows the first words of the prompt. */
  private final ByteArrayOutputStream shown =
      new ByteArrayOutputStream() {
        @Override
        public void flush() throws IOException {
          super.flush();
          if (toString(StandardCharsets.UTF_8).contains("The device") && signals.getAndSet(false)) {
            terminal.raise(Signal.INT);
          }
        }
      };

  private final LineDisciplineTerminal terminal = terminal();

  private LineDisciplineTerminal terminal() {
    try {
      LineDisciplineTerminal made =
          new LineDisciplineTerminal("test", "xterm", shown, StandardCharsets.UTF_8) {
            @Override
            public Attributes enterRawMode() {
              if (early.getAndSet(false)) {
                raise(Signal.INT);
                // A read or a wait of the terminal may clear the interrupt.
                Thread.interrupted();
              }
              return super.enterRawMode();
            }
          };
      made.setSize(new Size(40, 24));
      return made;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private TerminalConversation talk() {
    return new TerminalConversation(terminal, Duration.ofMillis(1), failure -> Optional.empty());
  }

  private static void assertOut(org.junit.jupiter.api.function.Executable asking) {
    assertEquals(Leaving.Way.OUT, assertThrows(Leaving.class, asking).way());
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void aQuestionThatHasBegunIsLeft() {
    try (TerminalConversation talk = talk()) {
      assertOut(() -> talk.agree(Prompt.ADMINISTRATOR.about()));
    }
  }

  @Test
  void aQuestionThatBeginsIsLeft() {
    signals.set(false);
    try (TerminalConversation talk = talk()) {
      early.set(true);
      assertOut(() -> talk.agree(Prompt.ADMINISTRATOR.about()));
    }
  }

  @Test
  void aSecretQuestionThatHasBegunIsLeft() {
    try (TerminalConversation talk = talk()) {
      Question question = Question.ofText(Prompt.ADMINISTRATOR.about()).hidden();
      assertOut(() -> talk.ask(question));
    }
  }

  @Test
  void theWaitForAnAnswerIsLeft() {
    AtomicBoolean asked = new AtomicBoolean();
    try (TerminalConversation talk = talk()) {
      assertOut(
          () ->
              talk.await(
                  Prompt.ANSWER.about(),
                  () -> {
                    if (asked.getAndSet(true)) {
                      return Optional.of("answered");
                    }
                    terminal.raise(Signal.INT);
                    return Optional.empty();
                  }));
    }
  }
}
