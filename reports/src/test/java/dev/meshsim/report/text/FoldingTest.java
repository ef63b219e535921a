package dev.meshsim.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.report.text.Folding.Folded;
import dev.meshsim.report.text.Folding.Strategy;
import dev.meshsim.report.text.FoldingException.Code;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {

  private static final String KID =
      "{\"kid\":\"MDEXA-AAAAA-BBBBB-CCCCC-DDDDD-EEEEE\",\"note\":\"two  words\"}\n";

  private static void assertFolds(String text, int width, Strategy strategy, String... lines) {
    Folded folded = Folding.fold(text, width, strategy);
    assertEquals(
        strategy.note() + "\n\n" + String.join("\n", lines),
        folded.text().endsWith("\n")
            ? folded.text().substring(0, folded.text().length() - 1)
            : folded.text());
    assertEquals(new Folded(folded.text(), strategy, width), folded);
    assertEquals(text, Folding.unfold(folded.text()));
  }

  @Test
  void aLongLineEndsWithABackslash() {
    assertFolds(
        KID,
        40,
        Strategy.SINGLE,
        "{\"kid\":\"MDEXA-AAAAA-BBBBB-CCCCC-DDDDD-E\\",
        "EEEE\",\"note\":\"two  words\"}");
    assertFolds(
        KID,
        40,
        Strategy.DOUBLE,
        "{\"kid\":\"MDEXA-AAAAA-BBBBB-CCCCC-DDDDD-E\\",
        "\\EEEE\",\"note\":\"two  words\"}");
  }

  @Test
  void aLineThatLooksFoldedIsFoldedOnceMore() {
    assertFolds(
        "path C:\\\nnext " + "x".repeat(40) + "\n",
        40,
        Strategy.SINGLE,
        "path C:\\\\",
        "",
        "next " + "x".repeat(34) + "\\",
        "xxxxxx");
    assertFolds(
        "a\\\n\\b " + "y".repeat(40) + "\n",
        40,
        Strategy.DOUBLE,
        "a\\\\",
        "\\",
        "\\b " + "y".repeat(36) + "\\",
        "\\yyyy");
  }

  @Test
  void aForcedLineOfTheWholeWidthIsFoldedBefore() {
    String full = "x".repeat(39) + "\\\n";
    assertFolds(
        full + "y".repeat(41) + "\n",
        40,
        Strategy.SINGLE,
        "x".repeat(39) + "\\",
        "\\\\",
        "",
        "y".repeat(39) + "\\",
        "yy");
  }

  @Test
  void spacesThatAreFoldedToTheLineAfterABackslashForceAFold() {
    assertFolds(
        "a\\\n" + " ".repeat(45) + "b",
        40,
        Strategy.DOUBLE,
        "a\\\\",
        "\\",
        " ".repeat(39) + "\\",
        "\\      b");
  }

  @Test
  void theLastLineCountsToo() {
    String text = "x".repeat(41) + "\nend\\\n";
    assertFolds(text, 40, Strategy.SINGLE, "x".repeat(39) + "\\", "xx", "end\\\\", "");
    assertFolds(
        text.substring(0, text.length() - 1),
        40,
        Strategy.SINGLE,
        "x".repeat(39) + "\\",
        "xx",
        "end\\");
  }

  @Test
  void aRunOfSpacesIsPassedOnTheLeftOrNeedsDoubleBackslashes() {
    String early = "x".repeat(35) + " ".repeat(10) + "y\n";
    assertFolds(early, 40, Strategy.SINGLE, "x".repeat(34) + "\\", "x" + " ".repeat(10) + "y");
    String whole = "a" + " ".repeat(45) + "b\n";
    FoldingException refusal =
        assertThrows(FoldingException.class, () -> Folding.fold(whole, 40, Strategy.SINGLE));
    assertEquals(Code.CANNOT, refusal.errorCode());
    assertEquals("line 1, column 1", refusal.place());
    Folded folded = Folding.fold(whole, 40);
    assertEquals(Strategy.DOUBLE, folded.strategy());
    assertEquals(whole, Folding.unfold(folded.text()));
  }

  @Test
  void anEscapeOfJsonIsNotParted() {
    String before = "x".repeat(38);
    assertFolds(before + "\\nyz\n", 40, Strategy.SINGLE, before + "\\", "\\nyz");
    assertFolds(
        "x".repeat(35) + "\\u00ebyz\n", 40, Strategy.SINGLE, "x".repeat(35) + "\\", "\\u00ebyz");
    assertFolds(
        "x".repeat(37) + "\\\\nyz\n", 40, Strategy.DOUBLE, "x".repeat(37) + "\\\\\\", "\\nyz");
  }

  @Test
  void aCharacterWithItsMarksIsNotParted() {
    String key = "\ud83d\udd11";
    assertFolds(
        "x".repeat(38) + "e\u0301" + "yz\n",
        40,
        Strategy.SINGLE,
        "x".repeat(38) + "\\",
        "e\u0301yz");
    assertFolds(key.repeat(41) + "\n", 40, Strategy.SINGLE, key.repeat(39) + "\\", key.repeat(2));
    FoldingException refusal =
        assertThrows(
            FoldingException.class, () -> Folding.fold("e" + "\u0301".repeat(50) + "\n", 40));
    assertEquals(Code.CANNOT, refusal.errorCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "a", "a\\\n", "\\\n\\\n", "  \n\n"})
  void aTextOfShortLinesStaysAsItIs(String text) {
    assertEquals(new Folded(text, Strategy.NONE, 40), Folding.fold(text, 40));
    assertEquals(text, Folding.unfold(text));
  }

  @Test
  void aLongLineIsRefusedIfItMayNotBeFolded() {
    FoldingException refusal =
        assertThrows(
            FoldingException.class, () -> Folding.fold("a\n" + "x".repeat(41), 40, Strategy.NONE));
    assertEquals("line 2, column 41", refusal.place());
  }

  @ParameterizedTest
  @CsvSource({"35, SINGLE", "36, DOUBLE", "0, SINGLE"})
  void aWidthBelowTheNoteIsRefused(int width, Strategy strategy) {
    FoldingException refusal =
        assertThrows(FoldingException.class, () -> Folding.fold("a", width, strategy));
    assertEquals(Code.WIDTH, refusal.errorCode());
    assertTrue(refusal.problem().endsWith("has " + strategy.note().length()), refusal.problem());
  }

  @Test
  void tabsAndControlCharactersAreRefusedWithTheirPlace() {
    for (String bad : List.of("\t", "\r", "\u0007", "\u0085", "\u007f", "\ud83d", "\udd11")) {
      FoldingException refusal =
          assertThrows(FoldingException.class, () -> Folding.fold("a\n\ud83d\udd11b" + bad, 69));
      assertEquals(bad.equals("\t") ? Code.TAB : Code.CONTROL, refusal.errorCode());
      assertEquals("line 2, column 3", refusal.place());
    }
  }

  @Test
  void aTextThatIsFoldedAlreadyIsRefused() {
    String folded = Folding.fold(KID, 40).text();
    FoldingException refusal =
        assertThrows(FoldingException.class, () -> Folding.fold(folded, 40, Strategy.DOUBLE));
    assertEquals(Code.NOTE, refusal.errorCode());
    String both = Strategy.SINGLE.note() + " " + Strategy.DOUBLE.note() + "\n\nx\n";
    assertThrows(FoldingException.class, () -> Folding.unfold(both));
  }

  @Test
  void aNoteWithoutAnEmptyLineIsText() {
    for (String text :
        List.of(
            Strategy.SINGLE.note(),
            Strategy.SINGLE.note() + "\n",
            Strategy.DOUBLE.note() + "\na\\\n\\b\n")) {
      assertEquals(text, Folding.fold(text, 69).text());
      assertEquals(text, Folding.unfold(text));
    }
  }

  @Test
  void othersFoldsAreUndone() {
    String single = "=== " + Strategy.SINGLE.note() + " ===\n\nab\\\n      cd\\\n\\ef\n";
    assertEquals("abcd\\ef\n", Folding.unfold(single));
    String twice = "# " + Strategy.DOUBLE.note() + "\n\nab\\\n   \\  cd\\\nef\\\n\t\\g\n";
    assertEquals("ab  cd\\\nef\\\n\t\\g\n", Folding.unfold(twice));
  }

  @Test
  void theLineFeedThatEndsABlockIsNoFold() {
    String text = "x".repeat(41) + "\nend\\";
    String block = Folding.fold(text, 40).text() + "\n";
    assertEquals(text + "\n", Folding.unfold(block));
  }

  @Test
  void base64UrlIsCutAtTheWidth() {
    String text = "Ab0-_".repeat(40) + "\n";
    String[] lines = Folding.fold(text, 69).text().split("\n");
    for (int i = 2; i < lines.length - 1; i++) {
      assertEquals(69, lines[i].length());
    }
  }
}
