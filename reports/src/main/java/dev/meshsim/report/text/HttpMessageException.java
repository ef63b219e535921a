package dev.meshsim.report.text;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import java.util.List;

/** A text or octets that are not an HTTP/1.1 message as a document may show it. */
public final class HttpMessageException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    BODY(
        "httptext.body",
        "The body of an HTTP message cannot be shown as text.",
        "show the body in hexadecimal or as base64url instead"),
    FIELD(
        "httptext.field",
        "A line in the head of an HTTP message is not a header field.",
        "write \"Name: value\" in one line of ASCII characters; long lines are folded later"),
    HEAD(
        "httptext.head",
        "The head of an HTTP message is not complete.",
        "write a request line or a status line, the header fields, then an empty line"),
    LENGTH(
        "httptext.length",
        "The Content-Length of an HTTP message is not the number of octets of its body.",
        "leave Content-Length to the program, which counts the octets before they are folded");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private HttpMessageException(Code code, String problem) {
    super(code, problem);
  }

  static HttpMessageException body(int offset) {
    return new HttpMessageException(
        Code.BODY, "the body is not UTF-8 at octet " + offset + ", counted from 0");
  }

  static HttpMessageException field(String line) {
    return new HttpMessageException(Code.FIELD, Quote.text(line) + " is not a header field");
  }

  static HttpMessageException head(String problem) {
    return new HttpMessageException(Code.HEAD, "the head is not complete: " + problem);
  }

  static HttpMessageException start(String line) {
    return new HttpMessageException(
        Code.HEAD, Quote.text(line) + " is neither a request line nor a status line of HTTP/1.1");
  }

  static HttpMessageException length(List<String> found, int octets) {
    return new HttpMessageException(
        Code.LENGTH,
        "the body has "
            + octets
            + " octets, but Content-Length is "
            + (found.isEmpty() ? "not there" : Quote.text(String.join(", ", found))));
  }
}
