package dev.meshsim.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.report.text.Folding.Folded;
import dev.meshsim.report.text.Folding.Strategy;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The laws of folding, over texts of the characters that folding treats specially. */
class FoldingPropertiesTest {

  private static final String COMBINING = "\u0301";
  private static final String JOINER = "\u200d";
  private static final String SURROGATES = "\ud83d\udd11";

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> parts =
        Arbitraries.frequencyOf(
            Tuple.of(
                8,
                Arbitraries.of(
                    "a", "b", " ", "\\", "\n", COMBINING, SURROGATES, JOINER, "\\n", "\\u00eb")),
            Tuple.of(1, Arbitraries.of(" ", "\\", "a").map(c -> c.repeat(33))),
            Tuple.of(1, Arbitraries.of("\\\n\\", "\\\n \\", "\\\n", "\n\n")));
    return parts.list().ofMaxSize(160).map(list -> String.join("", list));
  }

  @Property(tries = 4000)
  void unfoldingAFoldedTextGivesTheText(
      @ForAll("texts") String text,
      @ForAll("widths") int width,
      @ForAll("strategies") Strategy strategy) {
    Folded folded;
    try {
      folded = Folding.fold(text, width, strategy);
    } catch (FoldingException e) {
      assertTrue(refused(text, width, strategy, e), e.getMessage());
      return;
    }
    assertEquals(text, Folding.unfold(folded.text()));
    if (folded.strategy() == Strategy.NONE) {
      assertEquals(text, folded.text());
    } else {
      checkForm(folded);
    }
  }

  private static boolean refused(
      String text, int width, Strategy strategy, FoldingException refusal) {
    return switch ((FoldingException.Code) refusal.errorCode()) {
      case CANNOT ->
          text.matches(
              "(?s).*("
                  + JOINER
                  + ".|["
                  + COMBINING
                  + JOINER
                  + (strategy == Strategy.SINGLE ? " " : "")
                  + "]){15}.*");
      case WIDTH -> width < strategy.note().length();
      default -> false;
    };
  }

  private static void checkForm(Folded folded) {
    String[] lines = folded.text().split("\n", -1);
    assertEquals(folded.strategy().note(), lines[0]);
    assertEquals("", lines[1]);
    for (String line : lines) {
      assertTrue(line.codePointCount(0, line.length()) <= folded.width(), line);
      if (!line.isEmpty()) {
        assertFalse(Character.isLowSurrogate(line.charAt(0)), line);
      }
    }
  }

  @Property(tries = 500)
  void withoutAStrategyWhatSingleBackslashesCannotIsFoldedWithDoubleOnes(
      @ForAll("texts") String text, @ForAll("widths") int width) {
    Folded folded;
    try {
      folded = Folding.fold(text, width);
    } catch (FoldingException e) {
      assertTrue(width == 36 || refused(text, width, Strategy.DOUBLE, e), e.getMessage());
      return;
    }
    assertEquals(text, Folding.unfold(folded.text()));
  }

  @Property(tries = 500)
  void aTextThatBeginsWithANoteIsRefused(
      @ForAll("texts") String text, @ForAll("strategies") Strategy strategy) {
    String noted = "== " + strategy.note() + " ==\n\n" + text;
    FoldingException refusal = assertThrows(FoldingException.class, () -> Folding.fold(noted, 69));
    assertEquals(FoldingException.Code.NOTE, refusal.errorCode());
  }

  @Provide
  Arbitrary<Integer> widths() {
    return Arbitraries.of(36, 37, 40, 69);
  }

  @Provide
  Arbitrary<Strategy> strategies() {
    return Arbitraries.of(Strategy.SINGLE, Strategy.DOUBLE);
  }
}
