package dev.meshsim.store.registry.hive;

import dev.meshsim.bytes.Bytes;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one logical line of a .reg file from left to right. */
final class RegScanner {

  /** A line that cannot be read; the reader adds the place. */
  static final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final String problem;

    Unreadable(String problem) {
      super(problem);
      this.problem = problem;
    }

    String problem() {
      return problem;
    }
  }

  private static final String WHITE = " \t";
  private static final Pattern COMMENT_AFTER_KEY = Pattern.compile("\\][ \\t]*;");
  private static final int MOST_TYPE_DIGITS = 8;

  private final String line;
  private int next;

  RegScanner(String line) {
    this.line = line;
    skipWhite();
  }

  /** True if nothing is left but a comment. */
  boolean atEnd() {
    skipWhite();
    return next == line.length() || line.charAt(next) == ';';
  }

  /** Steps over {@code wanted} if it comes next. */
  boolean take(String wanted) {
    skipWhite();
    boolean there = line.regionMatches(true, next, wanted, 0, wanted.length());
    if (there) {
      next += wanted.length();
    }
    return there;
  }

  void require(String wanted) throws Unreadable {
    if (!take(wanted)) {
      throw new Unreadable(wanted + " is expected at character " + (next + 1));
    }
  }

  void requireEnd() throws Unreadable {
    if (!atEnd()) {
      throw new Unreadable("there is more than a value, from character " + (next + 1) + " on");
    }
  }

  /** The text before the last closing bracket of the line; a name may have such brackets. */
  String keyPath() throws Unreadable {
    int close = line.lastIndexOf(']');
    if (close < next) {
      throw new Unreadable("a key's name ends in ]");
    }
    String path = line.substring(next, close);
    if (COMMENT_AFTER_KEY.matcher(path).find()) {
      throw new Unreadable(
          "a comment with a closing bracket is taken for a part of the key's name; give it a line"
              + " of its own");
    }
    next = close + 1;
    return path;
  }

  /** A text in quotation marks; a backslash escapes a quote or a backslash. */
  String quoted() throws Unreadable {
    require("\"");
    StringBuilder text = new StringBuilder();
    while (next < line.length()) {
      char c = line.charAt(next++);
      if (c == '"') {
        return text.toString();
      }
      if (c == '\\') {
        char escaped = next < line.length() ? line.charAt(next++) : ' ';
        if (escaped != '\\' && escaped != '"') {
          throw new Unreadable("a backslash stands only before a quotation mark or a backslash");
        }
        c = escaped;
      }
      text.append(c);
    }
    throw new Unreadable("a text ends with a quotation mark, on the line on which it began");
  }

  /** A value after its equals sign, or null for the minus sign that removes it. */
  @Nullable RegistryValue value(String name, FileLine place) throws Unreadable {
    if (take("-")) {
      return null;
    }
    if (line.startsWith("\"", next)) {
      return RegistryValue.text(name, quoted()).at(place);
    }
    if (take("dword:")) {
      return RegistryValue.dword(name, digits()).at(place);
    }
    if (take("hex:")) {
      return new RegistryValue(name, ValueType.REG_BINARY, octets(), place);
    }
    if (take("hex(")) {
      int type = (int) digits();
      require("):");
      return new RegistryValue(name, type, octets(), place);
    }
    throw new Unreadable(
        "a value is \"text\", dword:, hex:, hex(n): or -, at character " + (next + 1));
  }

  private long digits() throws Unreadable {
    int start = next;
    while (next < line.length() && HexFormat.isHexDigit(line.charAt(next))) {
      next++;
    }
    if (next == start || next - start > MOST_TYPE_DIGITS) {
      throw new Unreadable("1 to 8 hexadecimal digits are expected at character " + (start + 1));
    }
    return HexFormat.fromHexDigitsToLong(line, start, next);
  }

  private Bytes octets() throws Unreadable {
    byte[] octets = new byte[line.length() - next];
    int count = 0;
    boolean more = !atEnd();
    while (more) {
      int start = next;
      long octet = digits();
      if (next - start > 2) {
        throw new Unreadable("an octet has two hexadecimal digits, at character " + (start + 1));
      }
      octets[count++] = (byte) octet;
      more = take(",") && !atEnd();
    }
    return Bytes.of(octets, 0, count);
  }

  private void skipWhite() {
    while (next < line.length() && WHITE.indexOf(line.charAt(next)) >= 0) {
      next++;
    }
  }
}
