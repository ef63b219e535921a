package dev.meshsim.report.text;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.report.text.Folding.Strategy;
import java.util.Locale;

/** A text that cannot be folded or unfolded. The place is a line and a column of the text. */
public final class FoldingException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    CANNOT(
        "fold.cannot",
        "A line has no place where the strategy can fold it.",
        "fold with double backslashes, use a larger width, or show the exact file instead"),
    CONTROL(
        "fold.control",
        "A text with a control character or with half of a surrogate pair cannot be folded.",
        "show the octets in hexadecimal or as base64url instead"),
    NOTE(
        "fold.note",
        "The first line of a text has a note of RFC 8792 that makes unfolding ambiguous.",
        "fold the text from before it was folded, or remove the note's line"),
    TAB(
        "fold.tab",
        "A text with a tab cannot be folded.",
        "show the text with its tabs escaped, or in hexadecimal"),
    WIDTH(
        "fold.width",
        "The width is less than the length of the note that begins a folded text.",
        "ask for 36 columns or more, 37 with double backslashes; text of RFCs has 69");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private FoldingException(Code code, String place, String problem) {
    super(code, place, problem, code.hint(), null);
  }

  /** A line without a place to fold it; columns count from 1. */
  static FoldingException cannot(int line, int column, Strategy strategy, int width) {
    String reason =
        switch (strategy) {
          case NONE -> "it is longer than that, and folding was not asked for";
          case SINGLE -> "a run of spaces or of combining characters fills it from here";
          case DOUBLE -> "a run of combining characters fills it from here";
        };
    return new FoldingException(
        Code.CANNOT,
        place(line, column),
        "the line cannot be folded at "
            + width
            + " columns"
            + (strategy == Strategy.NONE ? "" : " with " + words(strategy))
            + ": "
            + reason);
  }

  /** A tab or another character that a folded text cannot have. */
  static FoldingException character(int line, int column, int character) {
    return character == '\t'
        ? new FoldingException(Code.TAB, place(line, column), "a tab cannot be folded")
        : new FoldingException(
            Code.CONTROL,
            place(line, column),
            XmlText.named(character)
                + " cannot be folded: its line breaks or its width is unknown");
  }

  /** A text that begins with a note already. */
  static FoldingException note(String problem) {
    return new FoldingException(Code.NOTE, place(1, 1), problem);
  }

  /** A width that the note does not fit into. */
  static FoldingException width(int width, Strategy strategy) {
    return new FoldingException(
        Code.WIDTH,
        "",
        "a width of "
            + width
            + " columns is too small: the note of folding with "
            + words(strategy)
            + " has "
            + strategy.note().length());
  }

  private static String words(Strategy strategy) {
    return strategy.name().toLowerCase(Locale.ROOT) + " backslashes";
  }

  private static String place(int line, int column) {
    return "line " + line + ", column " + column;
  }
}
