package dev.meshsim.json;

import java.math.BigDecimal;

/**
 * A number with the text it was written in, so that it is written in these octets again: {@code
 * 1e400}, {@code 1.50} and {@code -0} are kept. JSON writers print a decimal by its {@link
 * #toString}.
 */
final class WrittenNumber extends BigDecimal {

  private static final long serialVersionUID = 1L;
  private static final long MOST = 2_000_000_000;

  private final String written;

  /**
   * Parses a number of JSON.
   *
   * @throws NumberFormatException if the exponent is more than 2,000,000,000 either way: Java
   *     versions differ in the largest that a decimal may have
   */
  WrittenNumber(String written) {
    super(withSmallExponent(written));
    this.written = written;
  }

  private static String withSmallExponent(String written) {
    int exponent = Math.max(written.indexOf('e'), written.indexOf('E')) + 1;
    if (exponent > 0) {
      String digits = written.substring(exponent).replaceFirst("^[+-]?0*", "");
      if (digits.length() > 10 || (!digits.isEmpty() && Long.parseLong(digits) > MOST)) {
        throw new NumberFormatException("an exponent of " + digits);
      }
    }
    return written;
  }

  @Override
  public String toString() {
    return written;
  }
}
