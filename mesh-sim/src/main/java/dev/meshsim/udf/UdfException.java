package dev.meshsim.udf;

import dev.meshsim.error.MeshException;

/** A fingerprint that cannot be read or written; one nested class for each reason. */
public abstract class UdfException extends MeshException {

  private static final long serialVersionUID = 1L;

  UdfException(String code, String problem, String hint) {
    super(code, problem, hint);
  }

  /** A fingerprint cannot be written with so many bits; code {@code udf.precision}. */
  public static final class Precision extends UdfException {

    private static final long serialVersionUID = 1L;

    Precision(UdfFormat format, int bits, int least, int most) {
      super(
          "udf.precision",
          "a precision of " + bits + " bits is not possible in the " + format + " format",
          "ask for a multiple of " + format.bitsPerGroup() + " from " + least + " to " + most);
    }
  }

  /** A text is not a fingerprint; code {@code udf.syntax}. The text itself is never quoted. */
  public static final class Syntax extends UdfException {

    private static final long serialVersionUID = 1L;

    Syntax(String problem) {
      super(
          "udf.syntax",
          problem,
          "copy the whole fingerprint again: capitals and digits 2 to 7 in groups of 4"
              + " (MDDK-7N6A-...) or of 5 (MDDK7-N6A72-...)");
    }
  }
}
