package dev.meshsim.report.sequence;

import dev.meshsim.report.Verdict;
import dev.meshsim.report.figure.Drawing;
import dev.meshsim.report.figure.Shape.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A sequence diagram laid out for a document. A message is two arrows with their labels: the
 * transaction, and the status of the answer with the word "refused" if it was. Labels never cross a
 * lifeline. If they or the names do not fit, numbers and letters replace them, and a legend below
 * explains these.
 */
public final class SequenceFigure {

  /** The columns of artwork in an RFC, in the text's indentation. */
  public static final int WIDTH = 69;

  /** The rows of a box with its name. */
  private static final int TOP = 3;

  /** The columns before a text. */
  private static final int INDENT = 2;

  private final Sequence sequence;
  private final Captions captions;
  private final int[] columns;
  private final Drawing.Builder drawing = Drawing.builder();
  private int row = TOP;

  /** The first row of the lifelines that are being drawn; their box's lower border at first. */
  private int lifeFrom = TOP - 1;

  private SequenceFigure(Sequence sequence, Captions captions, int[] columns) {
    this.sequence = sequence;
    this.captions = captions;
    this.columns = columns;
  }

  /**
   * Lays a diagram out.
   *
   * @param width the most columns
   * @throws SequenceException if it has too many parties for the width
   */
  public static Drawing of(Sequence sequence, int width) {
    int needed = 0;
    for (Captions captions : Captions.ofAllForms(sequence)) {
      SequenceFigure figure = new SequenceFigure(sequence, captions, columns(sequence, captions));
      needed = figure.width();
      if (needed <= width) {
        return figure.draw(width);
      }
    }
    throw SequenceException.tooWide(sequence.lanes().size(), needed, width);
  }

  /** The columns of the lifelines, as near to each other as boxes and labels allow. */
  private static int[] columns(Sequence sequence, Captions captions) {
    List<Lane> lanes = sequence.lanes();
    int[] columns = new int[lanes.size()];
    int[] gaps = new int[lanes.size()];
    for (Entry entry : sequence.entries()) {
      for (Arrow arrow : Arrow.of(entry, captions)) {
        int left = Math.min(lanes.indexOf(arrow.from()), lanes.indexOf(arrow.to()));
        int label = Math.max(arrow.label().length(), arrow.fault().length());
        gaps[left] = Math.max(gaps[left], label + 2 * INDENT + 1);
      }
    }
    for (int i = 0; i < columns.length; i++) {
      int before = i == 0 ? 0 : columns[i - 1];
      int boxes = (i == 0 ? 0 : right(captions.name(i - 1)) + INDENT + 1) + left(captions.name(i));
      columns[i] = before + (i == 0 ? boxes : Math.max(gaps[i - 1], boxes));
    }
    return columns;
  }

  private static int boxWidth(String name) {
    return name.length() + 2 * INDENT;
  }

  /** The columns of a box to the left of its lifeline. */
  private static int left(String name) {
    return (boxWidth(name) - 1) / 2;
  }

  /** The columns of a box to the right of its lifeline. */
  private static int right(String name) {
    return boxWidth(name) / 2;
  }

  private int width() {
    int last = columns.length - 1;
    return last < 0 ? 0 : columns[last] + right(captions.name(last)) + 1;
  }

  private Drawing draw(int width) {
    for (int i = 0; i < columns.length; i++) {
      String name = captions.name(i);
      Box box = new Box(columns[i] - left(name), 0, boxWidth(name), TOP, true);
      drawing.add(box).label(box.column() + INDENT, 1, name);
    }
    List<String> pause = new ArrayList<>();
    for (Entry entry : sequence.entries()) {
      List<Arrow> arrows = Arrow.of(entry, captions);
      if (arrows.isEmpty()) {
        pause.addAll(wrapped(pauseText(entry), width - INDENT));
      } else {
        pause(pause);
        row++;
        arrows.forEach(this::arrow);
      }
    }
    pause(pause);
    endLife();
    for (String line : captions.legend()) {
      for (String part : wrapped(line, width)) {
        row++;
        drawing.label(0, row, part);
      }
    }
    return drawing.build();
  }

  private static String pauseText(Entry entry) {
    if (entry instanceof Entry.Wait wait) {
      return "(" + Elapsed.words(wait.duration()) + " pass)";
    }
    Entry.Step step = (Entry.Step) entry;
    boolean passed = step.result().verdict() == Verdict.PASSED;
    return step.result().title() + (passed ? "" : " (" + step.result().verdict().word() + ")");
  }

  /** Interrupts the lifelines for texts between two empty rows, which no line then touches. */
  private void pause(List<String> texts) {
    if (texts.isEmpty()) {
      return;
    }
    endLife();
    row++;
    for (String text : texts) {
      drawing.label(INDENT, row++, text);
    }
    row++;
    lifeFrom = row;
    texts.clear();
  }

  /** Draws the lifelines down to this row and with it. */
  private void endLife() {
    if (lifeFrom < row) {
      for (int column : columns) {
        drawing.line(column, lifeFrom, column, row);
      }
      row++;
      lifeFrom = row;
    }
  }

  /** The label's row, a row for a fault, and the row of the arrow. */
  private void arrow(Arrow arrow) {
    int from = columns[sequence.lanes().indexOf(arrow.from())];
    int to = columns[sequence.lanes().indexOf(arrow.to())];
    if (!arrow.fault().isEmpty()) {
      drawing.label(Math.min(from, to) + INDENT + 1, row++, arrow.fault());
    }
    drawing.label(Math.min(from, to) + INDENT + 1, row++, arrow.label());
    drawing.arrow(from, row, to, row);
    row++;
  }

  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines.stream().flatMap(shown -> pieces(shown, width)).toList();
  }

  /** A word that is longer than a line, in pieces. */
  private static Stream<String> pieces(String line, int width) {
    return IntStream.rangeClosed(0, (line.length() - 1) / width)
        .mapToObj(i -> line.substring(i * width, Math.min(line.length(), (i + 1) * width)));
  }
}
