package dev.meshsim.wizard.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.wizard.Prompt;
import dev.meshsim.wizard.Question;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Keys that are typed before their question are its answer, and are not shown elsewhere. */
@Timeout(20)
class TypedAheadTest {

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  private void type(LineDisciplineTerminal terminal, String keys) throws IOException {
    terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
    terminal.flush();
  }

  private boolean shows(String text) {
    return shown.toString(StandardCharsets.UTF_8).contains(text);
  }

  @Test
  void theyAreNotEchoed() throws IOException {
    try (LineDisciplineTerminal terminal =
        new LineDisciplineTerminal("test", "xterm", shown, StandardCharsets.UTF_8)) {
      terminal.setSize(new Size(80, 24));
      try (TerminalConversation talk =
          new TerminalConversation(terminal, Duration.ofMillis(1), failure -> Optional.empty())) {
        type(terminal, "saqo-272a\r");
        assertFalse(shows("saqo-272a"), shown.toString(StandardCharsets.UTF_8));
        assertEquals("saqo-272a", talk.ask(Question.ofText(Prompt.SITE.about())));
      }
      // The terminal is as it was.
      type(terminal, "tulip");
      assertTrue(shows("tulip"));
    }
  }
}
