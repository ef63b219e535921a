package dev.meshsim.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.meshsim.report.listener.Terminal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Colours and progress are for terminals, and NO_COLOR turns colours off. */
class AnsiTerminalTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  private Terminal of(boolean isErrors, String terminals, Map<String, String> environment) {
    return AnsiTerminal.of(out, errors, isErrors, terminals, environment);
  }

  private static void use(Terminal terminal) {
    terminal.progress("");
    terminal.progress("one");
    terminal.progress("two");
    terminal.progress("");
    terminal.style(Terminal.Style.BAD);
    terminal.style(Terminal.Style.PLAIN);
  }

  private static String text(ByteArrayOutputStream octets) {
    return octets.toString(StandardCharsets.UTF_8).replace('\u001b', '^');
  }

  @Test
  void aTerminalHasBoth() {
    use(of(false, "out,err", Map.of("NO_COLOR", "")));
    assertEquals("^[31m^[0m", text(out));
    assertEquals("\r^[2Kone\r^[2Ktwo\r^[2K", text(errors));
  }

  @Test
  void whatIsNoTerminalHasNeither() {
    assertSame(Terminal.NONE, of(false, "", Map.of()));
    use(of(false, ",err", Map.of()));
    assertEquals("", text(out));
    assertSame(Terminal.NONE, of(true, "out", Map.of()));
  }

  @Test
  void noColorLeavesTheProgress() {
    use(of(false, "out,err", Map.of("NO_COLOR", "1")));
    assertEquals("", text(out));
    assertEquals("\r^[2Kone\r^[2Ktwo\r^[2K", text(errors));
  }
}
