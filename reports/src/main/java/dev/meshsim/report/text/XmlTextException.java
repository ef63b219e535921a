package dev.meshsim.report.text;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;

/**
 * A character that a text in RFC XML may not have. The place is a line and a column of the text.
 */
public final class XmlTextException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    FORBIDDEN(
        "xmltext.forbidden",
        "A text has a character that RFC XML cannot have.",
        "escape the character, or show the octets in hexadecimal or as base64url"),
    INVISIBLE(
        "xmltext.invisible",
        "A text has a character that no reader of a document sees.",
        "write the character as an escape, or say in the text that it is there");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private XmlTextException(Code code, int line, int column, String problem) {
    super(code, "line " + line + ", column " + column, problem, code.hint(), null);
  }

  static XmlTextException forbidden(int line, int column, int character) {
    return new XmlTextException(
        Code.FORBIDDEN, line, column, XmlText.named(character) + " cannot be in RFC XML");
  }

  static XmlTextException invisible(int line, int column, int character) {
    return new XmlTextException(
        Code.INVISIBLE,
        line,
        column,
        XmlText.named(character) + " is invisible in a document, so it is refused");
  }
}
