package dev.meshsim.udf;

import dev.meshsim.error.MeshException;

/** A fingerprint cannot be written with so many bits; code {@code udf.precision}. */
public final class UdfPrecisionException extends MeshException {

  private static final long serialVersionUID = 1L;

  UdfPrecisionException(UdfFormat format, int bits, int least, int most) {
    super(
        "udf.precision",
        "a precision of " + bits + " bits is not possible in the " + format + " format",
        "ask for a multiple of " + format.bitsPerGroup() + " from " + least + " to " + most);
  }
}
