package dev.meshsim.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.report.figure.Shape.Box;
import dev.meshsim.report.text.XmlTextException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AsciiArtTest {

  private static final Drawing EVERYTHING =
      Drawing.builder()
          .add(new Box(0, 0, 9, 3, true))
          .label(2, 1, "Alice")
          .box(20, 0, 10, List.of("Portal", "JSON"))
          .arrow(8, 1, 20, 1)
          .line(4, 2, 4, 7)
          .arrow(24, 3, 24, 7)
          .arrow(4, 5, 16, 5, 16, 8)
          .line(12, 4, 12, 7)
          .arrow(30, 9, 4, 9)
          .arrow(2, 9, 2, 3)
          .label(18, 6, "a<b")
          .build();

  @Test
  void linesJoinCrossAndTurn() {
    assertEquals(
        """
        .-------.           +--------+
        | Alice +---------->| Portal |
        '---+---'           | JSON   |
            |               +---+----+
          ^ |       |           |
          | +-------|---+       |
          | |       |   | a<b   v
          | |       |   v
          |
          |  <-------------------------
        """,
        AsciiArt.write(EVERYTHING));
  }

  @Test
  void aasvgReadsIt() throws Exception {
    Aasvg.assertReadsAll(EVERYTHING);
  }

  @Test
  void aLabelOverALineIsRefused() {
    Drawing.Builder drawing = Drawing.builder().line(0, 0, 9, 0);
    assertThrows(
        IllegalArgumentException.class, () -> AsciiArt.write(drawing.label(3, 0, "over").build()));
  }

  @Test
  void shapesThatCannotBeDrawnAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Box(0, 0, 2, 3, false));
    assertThrows(IllegalArgumentException.class, () -> Drawing.builder().line(0, 0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> Drawing.builder().line(0, 0));
    assertThrows(IllegalArgumentException.class, () -> Drawing.builder().line(0, 0, 0, 0));
  }

  @Test
  void theSvgHasPathsPolygonsAndTexts() {
    String svg = RfcSvg.write(EVERYTHING, "T & t", "Everything <here>.");
    assertTrue(svg.startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\""), svg);
    assertTrue(svg.contains("<title>T &amp; t</title>"), svg);
    assertTrue(svg.contains("<desc>Everything &lt;here&gt;.</desc>"), svg);
    assertTrue(svg.contains(">a&lt;b</text>"), svg);
    assertEquals(5, svg.split("<polygon ", -1).length - 1);
    assertFalse(svg.contains("style="), svg);
    assertThrows(XmlTextException.class, () -> RfcSvg.write(EVERYTHING, "\u200b", ""));
  }
}
