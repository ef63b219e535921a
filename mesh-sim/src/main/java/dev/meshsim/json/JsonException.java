package dev.meshsim.json;

import dev.meshsim.error.MeshException;
import org.jspecify.annotations.Nullable;

/** JSON that could not be read; the problem names the line and the column where it is known. */
public final class JsonException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The text is not JSON at all. */
  public static final String MALFORMED = "json.malformed";

  /** The text exceeds a limit: size, depth, length of a number or of a name. */
  public static final String LIMIT = "json.limit";

  /** A member stands twice in one object. */
  public static final String DUPLICATE = "json.duplicate-member";

  /** The text is JSON, but not of the expected shape. */
  public static final String SHAPE = "json.shape";

  private final String position;

  JsonException(
      String code, String problem, String position, String hint, @Nullable Throwable cause) {
    super(code, problem + position, hint, cause);
    this.position = position;
  }

  /**
   * The position alone, such as {@code " at line 3, column 7"}, or an empty text where it is not
   * known. The rest of the problem can repeat what was read, so of a secret text only this is told.
   */
  public String position() {
    return position;
  }
}
