package dev.meshsim.json;

/** A defect that the tolerant readers accept and the strict ones refuse. */
public enum Tolerance {
  /**
   * A string contains a character below U+0020 unescaped; RFC 8259 section 7 requires an escape.
   */
  RAW_CONTROL_CHARACTER("raw control characters in a string"),
  /** Base64 is folded or begins with a line feed. */
  BASE64_WHITE_SPACE("white space in base64"),
  /** Base64url ends in {@code =}. */
  BASE64_PADDING("padding after base64"),
  /** Base64 has {@code +} or {@code /} where base64url has {@code -} or {@code _}. */
  BASE64_STANDARD_ALPHABET("+ or / in base64url"),
  /** Base64 contains a character of neither alphabet, which was skipped. */
  BASE64_FOREIGN_CHARACTER("foreign characters in base64"),
  /** The unused low bits of the last base64 character are not zero. */
  BASE64_SPARE_BITS("spare bits in base64");

  private final String description;

  Tolerance(String description) {
    this.description = description;
  }

  /** A noun phrase for a report, for example {@code white space in base64}. */
  public String description() {
    return description;
  }
}
