package dev.meshsim.json;

/** Something that the tolerant readers let pass and the strict ones refuse. */
public enum Tolerance {
  /** The text begins with the UTF-8 encoding of U+FEFF. */
  BYTE_ORDER_MARK("a byte order mark"),
  /** A character below U+0020 stands in a string as it is; RFC 8259 section 7 wants an escape. */
  RAW_CONTROL_CHARACTER("raw control characters in a string"),
  /** Base64 is folded, or begins with a line feed. */
  BASE64_WHITE_SPACE("white space in base64"),
  /** Base64url ends in {@code =}. */
  BASE64_PADDING("padding after base64"),
  /** Base64 has {@code +} or {@code /} where base64url has {@code -} or {@code _}. */
  BASE64_STANDARD_ALPHABET("+ or / in base64url"),
  /** Some other character stands in base64 and was left out. */
  BASE64_FOREIGN_CHARACTER("foreign characters in base64"),
  /** The last character of base64 holds bits that no octet needs, and they are not zero. */
  BASE64_SPARE_BITS("spare bits in base64");

  private final String description;

  Tolerance(String description) {
    this.description = description;
  }

  /** What was found, as a phrase. */
  public String description() {
    return description;
  }
}
