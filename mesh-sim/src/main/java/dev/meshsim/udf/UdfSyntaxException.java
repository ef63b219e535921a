package dev.meshsim.udf;

import dev.meshsim.error.MeshException;

/** A text is not a fingerprint; code {@code udf.syntax}. The text itself is never quoted. */
public final class UdfSyntaxException extends MeshException {

  private static final long serialVersionUID = 1L;

  UdfSyntaxException(String problem) {
    super(
        "udf.syntax",
        problem,
        "copy the whole fingerprint again: capitals and digits 2 to 7 in groups of 4"
            + " (MDDK-7N6A-...) or of 5 (MDDK7-N6A72-...)");
  }
}
