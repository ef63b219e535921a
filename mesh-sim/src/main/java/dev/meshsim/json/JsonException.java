package dev.meshsim.json;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import org.jspecify.annotations.Nullable;

/**
 * JSON, JSON-B or JSON-C that could not be read; the problem names the line and the column, or the
 * octet, where it is known.
 */
public final class JsonException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    MALFORMED("json.malformed", "The text is not JSON.", "check the text with a JSON parser"),
    NOT_UTF8(
        "json.not-utf8",
        "The text is not UTF-8 without a byte order mark.",
        "save or send the text as UTF-8 (RFC 3629), without a byte order mark"),
    LIMIT(
        "json.limit",
        "The text exceeds a limit: size, depth, or length of a number or a name.",
        "send a smaller, flatter document"),
    DUPLICATE_MEMBER(
        "json.duplicate-member",
        "An object has two members of one name.",
        "keep one of the members; which one is yours to say"),
    BAD_LENGTH(
        "json.bad-length",
        "In JSON-B or JSON-C a length goes past the end of the octets.",
        "check that the octets are whole, and that lengths are big-endian and count octets"),
    UNKNOWN_TAG(
        "json.unknown-tag",
        "An octet begins no value of the encoding.",
        "check that the octets are in the encoding that the media type names"),
    BAD_CODE(
        "json.bad-code",
        "A code of JSON-C was not defined before, was defined twice, or stands for something else.",
        "define each code once, before it is used, or use a dictionary that the portal's Hello names"),
    SHAPE(
        "json.shape",
        "The text is JSON, but not of the expected shape.",
        "compare the text with the schema of the object");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private final String position;
  private final boolean ofAbsentMember;

  JsonException(Code code, String problem, String position, @Nullable Throwable cause) {
    this(code, problem, position, cause, false);
  }

  private JsonException(
      Code code,
      String problem,
      String position,
      @Nullable Throwable cause,
      boolean ofAbsentMember) {
    super(code, problem + position, code.hint(), cause);
    this.position = position;
    this.ofAbsentMember = ofAbsentMember;
  }

  /** JSON of another shape than a reader of trees expects; the problem may quote the text. */
  public static JsonException shape(String problem) {
    return new JsonException(Code.SHAPE, problem, "", null, false);
  }

  static JsonException absent(String problem, String position, Throwable cause) {
    return new JsonException(Code.SHAPE, problem, position, cause, true);
  }

  /**
   * True if a required member is missing or null. The problem names only members of the schema
   * then, so it may be shown even of a secret text.
   */
  public boolean isOfAbsentMember() {
    return ofAbsentMember;
  }

  /**
   * The position only, such as {@code " at line 3, column 7"}, or an empty text where it is not
   * known. The rest of the problem can repeat the input, so of a secret text only this is shown.
   */
  public String position() {
    return position;
  }
}
