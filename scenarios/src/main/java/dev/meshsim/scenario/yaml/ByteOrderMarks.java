package dev.meshsim.scenario.yaml;

import java.util.BitSet;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * The byte order marks of a file after its first character. They are invisible and would become
 * part of a key or a value. YAML allows one only in quotes.
 */
final class ByteOrderMarks {

  static final int MARK = 0xFEFF;

  private final String file;
  private final String text;
  private final BitSet marks = new BitSet();

  /** Finds the marks in a text whose own byte order mark has been removed. */
  ByteOrderMarks(String file, String text) {
    this.file = file;
    this.text = text;
    int index = 0;
    for (int at = 0; at < text.length(); index++) {
      int c = text.codePointAt(at);
      marks.set(index, c == MARK);
      at += Character.charCount(c);
    }
  }

  /** Allows the marks between the two positions: a quoted text. */
  void allow(Optional<Mark> from, Optional<Mark> to) {
    if (!marks.isEmpty() && from.isPresent() && to.isPresent()) {
      marks.clear(from.get().getIndex(), to.get().getIndex());
    }
  }

  /**
   * Throws the failure for the first mark that is not allowed, if there is one.
   *
   * @param end the end of the text that was read, counted in characters
   */
  void refuse(int end) {
    int index = marks.nextSetBit(0);
    if (index < 0 || index > end) {
      return;
    }
    String before = text.substring(0, text.offsetByCodePoints(0, index));
    throw new YamlException(
        Utf8Text.endOf(file, before),
        YamlException.Code.SYNTAX,
        "a byte order mark (U+FEFF) is here, an invisible character;"
            + " a file may have one, as its first character",
        before.isEmpty()
            ? "the file has two of them: remove one"
            : "remove it, for example by typing the line anew");
  }
}
