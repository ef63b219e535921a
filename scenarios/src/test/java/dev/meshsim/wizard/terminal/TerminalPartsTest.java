package dev.meshsim.wizard.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.error.MeshException;
import dev.meshsim.wizard.Prompt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrapping, large letters, and the terminals that are refused. */
class TerminalPartsTest {

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  private Terminal terminal(String type, int columns) throws IOException {
    LineDisciplineTerminal made =
        new LineDisciplineTerminal("test", type, shown, StandardCharsets.UTF_8);
    made.setSize(new Size(columns, 24));
    return made;
  }

  @ParameterizedTest
  @CsvSource({
    "dumb, 80, wizard.cannot-erase",
    "dumb-color, 80, wizard.cannot-erase",
    "xterm, 39, wizard.too-narrow",
  })
  void aTerminalThatIsNotFitIsRefused(String type, int columns, String code) throws IOException {
    Terminal terminal = terminal(type, columns);
    MeshException refused =
        assertThrows(MeshException.class, () -> SystemTerminal.requireFit(terminal));
    assertEquals(code, refused.code());
    assertFalse(refused.hint().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"xterm, 40", "xterm-256color, 300", "vt100, 80", "linux, 80", "screen, 0"})
  void othersAreFit(String type, int columns) throws IOException {
    Terminal terminal = terminal(type, columns);
    assertSame(terminal, SystemTerminal.requireFit(terminal));
  }

  @Test
  void textIsWrappedAtSpacesAndLongWordsAreCut() {
    assertEquals(List.of("a bc", "def"), Wrapping.lines(" a bc\n def ", 4));
    assertEquals(List.of("ab", "cdef", "gh i"), Wrapping.lines("ab cdefgh i", 4));
    assertEquals(List.of(""), Wrapping.lines("", 4));
    // Two columns each.
    assertEquals(List.of("\u4e00\u4e01", "\u4e02"), Wrapping.lines("\u4e00\u4e01\u4e02", 4));
  }

  @Test
  void aLongContentIsShownInPages() throws IOException {
    assertEquals(
        List.of(List.of(" abc", "de"), List.of("f")), Wrapping.pages(List.of(" abcde", "f"), 4, 2));
    assertEquals(List.of(List.of()), Wrapping.pages(List.of(), 4, 2));
    LineDisciplineTerminal terminal = (LineDisciplineTerminal) terminal("xterm", 40);
    terminal.setSize(new Size(40, 10));
    try (TerminalConversation talk =
        new TerminalConversation(terminal, Duration.ofMillis(1), failure -> Optional.empty())) {
      terminal.processInputBytes("\r\r".getBytes(StandardCharsets.UTF_8));
      talk.secret(Prompt.CONTENT.about("MailProfile"), List.of("one", "two", "three", "four"));
    }
    String text = shown.toString(StandardCharsets.UTF_8);
    assertTrue(text.indexOf("MailProfile: page 1 of 2") < text.indexOf("  three"), text);
    assertTrue(text.indexOf("  three") < text.indexOf("MailProfile: page 2 of 2"), text);
    assertTrue(text.indexOf("MailProfile: page 2 of 2") < text.indexOf("  four"), text);
  }

  @Test
  void aCodeIsDrawnAsLargeAsThereIsRoomFor() {
    String code = "MAAW-UO6Y-IC7G-TBHQ";
    assertTrue(BigLetters.draws(code));
    assertFalse(BigLetters.draws("1089"));
    for (int columns : List.of(38, 50, 78, 120)) {
      List<String> lines = BigLetters.lines(code, columns);
      lines.forEach(line -> assertTrue(line.length() <= columns, line));
      assertEquals(columns < 50 ? 15 : columns < 104 ? 7 : 3, lines.size());
    }
  }

  @Test
  void allLettersOfCodesHaveAGlyphOfTheirOwn() {
    List<String> drawn =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
            .chars()
            .mapToObj(letter -> String.join("\n", BigLetters.lines("" + (char) letter, 40)))
            .toList();
    assertEquals(32, drawn.stream().distinct().count());
    assertTrue(drawn.stream().noneMatch(String::isBlank));
  }

  @Test
  void controlCharactersOfOthersDoNotReachTheTerminal() throws IOException {
    Terminal terminal = terminal("xterm", 80);
    try (TerminalConversation talk =
        new TerminalConversation(terminal, Duration.ofMillis(1), failure -> Optional.empty())) {
      talk.say("a\u001b[2Jb");
      talk.fact("name\u0007", "x\u009by");
      talk.title("\u001b]0;t\u0007");
      talk.failure("\u001b[8m", "\u202e");
    }
    String text = shown.toString(StandardCharsets.UTF_8);
    assertFalse(text.contains("\u001b[2J"), text);
    assertFalse(text.contains("\u001b]0"), text);
    assertFalse(text.contains("\u001b[8m"), text);
    for (String control : List.of("\u0007", "\u009b", "\u202e")) {
      assertFalse(text.contains(control), text);
    }
  }
}
