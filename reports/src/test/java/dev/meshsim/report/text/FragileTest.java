package dev.meshsim.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.report.text.Fragile.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class FragileTest {

  @Test
  void aUsualTextHasNothingFragile() {
    assertEquals(List.of(), Fragile.find("a\n\n b\n"));
  }

  @Test
  void whatToolsRemoveIsFoundInOrder() {
    assertEquals(
        List.of(
            new Fragile(Kind.LEADING_EMPTY_LINE, 1),
            new Fragile(Kind.LEADING_EMPTY_LINE, 2),
            new Fragile(Kind.TRAILING_SPACE, 3),
            new Fragile(Kind.TRAILING_EMPTY_LINE, 6)),
        Fragile.find("\n\na \n\nb\n\n"));
  }

  @Test
  void aTextWithoutALineFeedAtItsEndIsFound() {
    assertEquals(List.of(new Fragile(Kind.NO_FINAL_NEWLINE, 2)), Fragile.find("a\nb"));
    assertEquals(
        "line 1: no line feed at the end, which a block of a document cannot show",
        Fragile.find("{}").get(0).toString());
  }

  @Test
  void emptyTextsAreCountedOnce() {
    assertEquals(List.of(), Fragile.find(""));
    assertEquals(List.of(new Fragile(Kind.LEADING_EMPTY_LINE, 1)), Fragile.find("\n"));
  }
}
