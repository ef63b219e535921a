package dev.meshsim.report.sequence;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;

/** A sequence diagram that cannot be drawn. */
public final class SequenceException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    TOO_WIDE(
        "sequence.too-wide",
        "A sequence diagram has more parties than fit next to each other.",
        "show messages of fewer parties in one diagram, or allow more columns");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private SequenceException(String problem) {
    super(Code.TOO_WIDE, problem);
  }

  static SequenceException tooWide(int lanes, int needed, int width) {
    return new SequenceException(
        "a diagram of "
            + lanes
            + " parties needs "
            + needed
            + " columns with letters for their names, and there are "
            + width);
  }
}
