package dev.meshsim.report.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.report.figure.Aasvg;
import dev.meshsim.report.figure.AsciiArt;
import dev.meshsim.report.figure.Drawing;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequenceFigureTest {

  private static String art(Sequence sequence) {
    return AsciiArt.write(SequenceFigure.of(sequence, SequenceFigure.WIDTH));
  }

  @Test
  void everythingOfACaseIsDrawn() {
    assertEquals(
        """
        .--------.   .---------.  .-------.             .-------------.
        | stores |   | desktop |  | phone |             | example.com |
        '---+----'   '----+----'  '---+---'             '------+------'
            |             |           |                        |

          create on desktop

            |             |           |                        |
            |  3 records  |           |                        |
            |<------------+           |                        |
            |             |           |                        |
            |             |  Create   |                        |
            |             +-----------|----------------------->|
            |             |  201      |                        |
            |             |<----------|------------------------+
            |             |           |                        |

          connect on phone (failed)

            |             |           |                        |
            |             |           |  ConnectStart          |
            |             |           +----------------------->|
            |             |           |  fault: answered late  |
            |             |           |  404 refused           |
            |             |           |<-----------------------+
            |             |           |                        |
            |  1 record   |           |                        |
            |<------------|-----------+                        |
            |             |           |                        |

          (8 days 2 h pass)

            |             |           |                        |
            |             |           |  ConnectStart          |
            |             |           +----------------------->|
            |             |           |  201                   |
            |             |           |<-----------------------+
            |             |           |                        |

          await on phone (undecided)
        """,
        art(Traces.everything()));
  }

  @Test
  void aDocumentShowsThePartiesOfItsMessages() {
    assertEquals(
        """
        .-------.             .-------------.
        | phone |             | example.com |
        '---+---'             '------+------'
            |                        |
            |  ConnectStart          |
            +----------------------->|
            |  fault: answered late  |
            |  404 refused           |
            |<-----------------------+
            |                        |

          (8 days 2 h pass)

            |                        |
            |  ConnectStart          |
            +----------------------->|
            |  201                   |
            |<-----------------------+
            |                        |
        """,
        art(Traces.some().withoutSteps()));
  }

  @Test
  void labelsThatDoNotFitAreNumbered() {
    assertEquals(
        """
        .----.  .----.  .----.  .----.  .----.  .-------------.
        | m1 |  | m2 |  | m3 |  | m4 |  | m5 |  | example.com |
        '-+--'  '-+--'  '-+--'  '-+--'  '-+--'  '------+------'
          |       |       |       |       |            |
          |  (1)  |       |       |       |            |
          +-------|-------|-------|-------|----------->|
          |  (1)  |       |       |       |            |
          |<------|-------|-------|-------|------------+
          |       |       |       |       |            |
          |       |  (2)  |       |       |            |
          |       +-------|-------|-------|----------->|
          |       |  (2)  |       |       |            |
          |       |<------|-------|-------|------------+
          |       |       |       |       |            |
          |       |       |  (3)  |       |            |
          |       |       +-------|-------|----------->|
          |       |       |  (3)  |       |            |
          |       |       |<------|-------|------------+
          |       |       |       |       |            |
          |       |       |       |  (4)  |            |
          |       |       |       +-------|----------->|
          |       |       |       |  (4)  |            |
          |       |       |       |<------|------------+
          |       |       |       |       |            |
          |       |       |       |       |  (5)       |
          |       |       |       |       +----------->|
          |       |       |       |       |  (5)       |
          |       |       |       |       |<-----------+
          |       |       |       |       |            |

        (1) ConnectStatus, answered 201
        (2) ConnectStatus, answered 201
        (3) ConnectStatus, answered 201
        (4) ConnectStatus, answered 201
        (5) ConnectStatus, answered 201
        """,
        art(Traces.wide(5, "m").withoutSteps()));
  }

  @Test
  void namesThatDoNotFitAreLetters() {
    String art = art(Traces.wide(6, "a-machine-with-a-long-name-").withoutSteps());
    assertTrue(art.startsWith(".---.   .---."), art);
    assertTrue(art.contains("\nB = a-machine-with-a-long-name-2\n"), art);
    art.lines().forEach(line -> assertTrue(line.length() <= SequenceFigure.WIDTH, line));
  }

  @Test
  void tooManyPartiesAreRefused() {
    SequenceException refusal =
        assertThrows(SequenceException.class, () -> art(Traces.wide(12, "m")));
    assertEquals(SequenceException.Code.TOO_WIDE, refusal.errorCode());
    assertTrue(refusal.problem().contains("13 parties"), refusal.problem());
  }

  @Test
  void aasvgReadsEveryDiagram() throws Exception {
    List<Sequence> all =
        List.of(
            Traces.everything(),
            Traces.some(),
            Traces.some().withoutSteps(),
            Traces.wide(5, "m"),
            Traces.wide(6, "a-machine-with-a-long-name-"));
    for (Sequence sequence : all) {
      Drawing drawing = SequenceFigure.of(sequence, SequenceFigure.WIDTH);
      assertTrue(drawing.width() <= SequenceFigure.WIDTH);
      Aasvg.assertReadsAll(drawing);
    }
  }
}
