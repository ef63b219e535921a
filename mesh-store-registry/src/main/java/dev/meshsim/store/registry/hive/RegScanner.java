package dev.meshsim.store.registry.hive;

import dev.meshsim.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a .reg file from left to right, a statement at a time.
 *
 * <p>A statement ends with its line, with two exceptions: octets go on after a comma and a
 * backslash, and a text goes on until its quotation mark. A comment continues nothing.
 */
final class RegScanner {

  /** A statement that cannot be read; the reader adds the place. */
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

  private final String text;
  private int next;
  private int line = 1;
  private int lineStart;
  private int statementLine = 1;
  private int afterFirstLine;

  RegScanner(String text) {
    this.text = text;
  }

  /** Moves to the next line that is not blank or a comment; false if there is none. */
  boolean nextStatement() {
    do {
      if (!nextLine()) {
        return false;
      }
    } while (atEnd() || text.charAt(next) == '#');
    statementLine = line;
    afterFirstLine = lineEnd();
    return true;
  }

  /** The number of the line on which the statement begins, from 1. */
  int statementLine() {
    return statementLine;
  }

  /** Moves to the end of a statement that cannot be read, so that the next one can be. */
  void skipStatement() {
    if (next >= text.length() && line > statementLine) {
      next = afterFirstLine;
      line = statementLine;
    }
  }

  /** True if the line has nothing left but a comment. */
  boolean atEnd() {
    skipWhite();
    return next == lineEnd() || text.charAt(next) == ';';
  }

  /** Steps over {@code wanted} if it comes next, after white space. */
  boolean take(String wanted) {
    skipWhite();
    return takeHere(wanted);
  }

  /** Steps over {@code wanted} if it comes next. */
  boolean takeHere(String wanted) {
    boolean there = text.regionMatches(true, next, wanted, 0, wanted.length());
    if (there) {
      next += wanted.length();
    }
    return there;
  }

  void require(String wanted) throws Unreadable {
    if (!take(wanted)) {
      throw new Unreadable(wanted + " is expected at " + place());
    }
  }

  void requireEnd() throws Unreadable {
    if (!atEnd()) {
      throw new Unreadable("there is more than a value, from " + place() + " on");
    }
  }

  /**
   * The text before the last closing bracket of the line, without the backslashes that end it; a
   * name may have such brackets.
   */
  String keyPath() throws Unreadable {
    String rest = text.substring(next, lineEnd());
    int close = rest.lastIndexOf(']');
    if (close < 0) {
      throw new Unreadable("a key's name ends in ], on the line on which it began");
    }
    String path = rest.substring(0, close);
    if (path.startsWith(" ") || path.startsWith("\t")) {
      throw new Unreadable("a key's name begins without a space behind [ or [-");
    }
    if (COMMENT_AFTER_KEY.matcher(path).find()) {
      throw new Unreadable(
          "a comment with a closing bracket is taken for a part of the key's name; give it a line"
              + " of its own");
    }
    next += close + 1;
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '\\') {
      end--;
    }
    return path.substring(0, end);
  }

  /** The name of a value in quotation marks, on one line. */
  String name() throws Unreadable {
    return quoted(false);
  }

  /**
   * A text in quotation marks, with its line breaks as the file has them; a backslash escapes a
   * quote or a backslash.
   */
  private String quoted(boolean lines) throws Unreadable {
    require("\"");
    StringBuilder content = new StringBuilder();
    while (next < text.length()) {
      char c = text.charAt(next++);
      if (c == '"') {
        return content.toString();
      }
      if (c == '\\') {
        char escaped = next < text.length() ? text.charAt(next) : ' ';
        if (escaped != '\\' && escaped != '"') {
          throw new Unreadable("a backslash stands only before a quotation mark or a backslash");
        }
        next++;
        c = escaped;
      } else if (c == '\n') {
        if (!lines) {
          next--;
          throw new Unreadable("a value's name ends with a quotation mark on its own line");
        }
        line++;
        lineStart = next;
      }
      content.append(c);
    }
    throw new Unreadable("a text ends with a quotation mark, and the file ends without it");
  }

  /** A value after its equals sign, or null for the minus sign that removes it. */
  @Nullable RegistryValue value(String name, FileLine place) throws Unreadable {
    if (take("-")) {
      return null;
    }
    if (text.startsWith("\"", next)) {
      return RegistryValue.text(name, quoted(true)).at(place);
    }
    if (take("dword:")) {
      skipWhite();
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
    throw new Unreadable("a value is \"text\", dword:, hex:, hex(n): or -, at " + place());
  }

  private long digits() throws Unreadable {
    int start = next;
    while (next < text.length() && HexFormat.isHexDigit(text.charAt(next))) {
      next++;
    }
    if (next == start || next - start > MOST_TYPE_DIGITS) {
      next = start;
      throw new Unreadable("1 to 8 hexadecimal digits are expected at " + place());
    }
    return HexFormat.fromHexDigitsToLong(text, start, next);
  }

  private Bytes octets() throws Unreadable {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    boolean more = continued() || !atEnd();
    while (more) {
      int start = next;
      long octet = digits();
      if (next - start > 2) {
        next = start;
        throw new Unreadable("an octet has two hexadecimal digits, at " + place());
      }
      octets.write((int) octet);
      more = take(",") && (continued() || !atEnd());
    }
    if (take("\\")) {
      throw new Unreadable("octets go on after a comma and a backslash, not at " + place());
    }
    return Bytes.of(octets.toByteArray());
  }

  /** Steps over a backslash to the next line with octets, if one comes next. */
  private boolean continued() throws Unreadable {
    if (!take("\\")) {
      return false;
    }
    if (!atEnd()) {
      throw new Unreadable("a backslash between octets ends the line, unlike at " + place());
    }
    do {
      if (!nextLine()) {
        throw new Unreadable("the octets go on behind the backslash, and the file ends there");
      }
    } while (atEnd());
    return true;
  }

  private String place() {
    String character = "character " + (next - lineStart + 1);
    return line == statementLine ? character : character + " of line " + line;
  }

  private boolean nextLine() {
    int feed = text.indexOf('\n', next);
    next = feed < 0 ? text.length() : feed + 1;
    if (feed >= 0) {
      line++;
      lineStart = next;
    }
    return feed >= 0;
  }

  /** The index of the line feed that ends the line, or of the carriage return before it. */
  private int lineEnd() {
    int feed = text.indexOf('\n', next);
    int end = feed < 0 ? text.length() : feed;
    return feed > next && text.charAt(feed - 1) == '\r' ? end - 1 : end;
  }

  private void skipWhite() {
    while (next < text.length() && WHITE.indexOf(text.charAt(next)) >= 0) {
      next++;
    }
  }
}
