package dev.meshsim.json;

import java.math.BigDecimal;

/**
 * A number with the text it was written in, so that it is written in these octets again: {@code
 * 1e400}, {@code 1.50} and {@code -0} are kept. JSON writers print a decimal by its {@link
 * #toString}.
 */
final class WrittenNumber extends BigDecimal {

  private static final long serialVersionUID = 1L;

  private final String written;

  /**
   * Parses a number of JSON.
   *
   * @throws NumberFormatException if the exponent is beyond the range of a decimal
   */
  WrittenNumber(String written) {
    super(written);
    this.written = written;
  }

  @Override
  public String toString() {
    return written;
  }
}
