package dev.meshsim.udf;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;

/** A fingerprint that cannot be read or written. */
public sealed class UdfException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    PRECISION(
        "udf.precision",
        "A fingerprint cannot be written with that number of bits.",
        "ask for a multiple of the bits of a group, within the limits that the message names"),
    SYNTAX(
        "udf.syntax",
        "A text is not a fingerprint. The text is never quoted.",
        "copy the whole fingerprint again: capitals and digits 2 to 7 in groups of 4"
            + " (MDDK-7N6A-...) or of 5 (MDDK7-N6A72-...)");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private UdfException(Code code, String problem) {
    super(code, problem);
  }

  private UdfException(Code code, String problem, String hint) {
    super(code, problem, hint);
  }

  static UdfException precision(UdfFormat format, int bits, int least, int most) {
    return new UdfException(
        Code.PRECISION,
        "a precision of " + bits + " bits is not possible in the " + format + " format",
        "ask for a multiple of " + format.bitsPerGroup() + " from " + least + " to " + most);
  }

  /** A text that is not a fingerprint. The text is never quoted. */
  public static final class Syntax extends UdfException {

    private static final long serialVersionUID = 1L;

    Syntax(String problem) {
      super(Code.SYNTAX, problem);
    }
  }
}
