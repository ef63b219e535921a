package dev.meshsim.report.text;

import java.util.Locale;

/**
 * Text written into RFC XML. A character that RFC XML cannot have, or that no reader of the
 * document would see, is refused with its place: control characters, tabs, spaces other than
 * U+0020, formatting characters such as U+200B, line separators and halves of surrogate pairs.
 * Lines end with a line feed.
 */
public final class XmlText {

  private XmlText() {}

  /**
   * The text as content of an element.
   *
   * @throws XmlTextException if it has a character that RFC XML may not have
   */
  public static String text(String text) {
    check(text);
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /**
   * The text as an attribute's value, without quotation marks around it.
   *
   * @throws XmlTextException if it has a character that RFC XML may not have
   */
  public static String attribute(String text) {
    return text(text).replace("\"", "&quot;").replace("'", "&#39;").replace("\n", "&#10;");
  }

  /**
   * The text in a CDATA section; {@code ]]>} is divided over two sections.
   *
   * @throws XmlTextException if it has a character that RFC XML may not have
   */
  public static String cdata(String text) {
    check(text);
    return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>";
  }

  /**
   * Refuses a text that RFC XML cannot have.
   *
   * @throws XmlTextException with the first character and its place
   */
  public static void check(String text) {
    int line = 1;
    int column = 1;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      if (c == '\n') {
        line++;
        column = 0;
      } else if (c < ' ' || c > '~') {
        checkRare(c, line, column);
      }
      column++;
      at += Character.charCount(c);
    }
  }

  private static void checkRare(int c, int line, int column) {
    if (!isAllowed(c)) {
      throw XmlTextException.forbidden(line, column, c);
    } else if (isInvisible(c)) {
      throw XmlTextException.invisible(line, column, c);
    }
  }

  /** The characters of XML 1.0, without the control characters that it discourages, and CR. */
  private static boolean isAllowed(int c) {
    return c != 0xfffe
        && c != 0xffff
        && Character.getType(c) != Character.SURROGATE
        && Character.getType(c) != Character.CONTROL;
  }

  private static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** A character as a message names it, {@code U+00A0 NO-BREAK SPACE}. */
  static String named(int c) {
    String name = Character.getType(c) == Character.SURROGATE ? null : Character.getName(c);
    return String.format(Locale.ROOT, "U+%04X", c) + (name == null ? "" : " " + name);
  }
}
