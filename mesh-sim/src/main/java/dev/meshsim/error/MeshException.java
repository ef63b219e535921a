package dev.meshsim.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A failure that a person can act on.
 *
 * <p>{@link #getMessage()} is two lines: what happened (with the place and what would have been
 * accepted), then the next step after {@code "hint: "}. Neither line ever holds secret bytes.
 */
public class MeshException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String place;
  private final String problem;
  private final String hint;

  /**
   * Makes a failure.
   *
   * @param code a stable, dotted, lower-case name such as {@code share.too-few}; never reworded
   * @param problem what happened, where, and what would be accepted; one line, no final newline
   * @param hint what to do next; one line
   */
  public MeshException(String code, String problem, String hint) {
    this(code, problem, hint, null);
  }

  /** Makes a failure that another one caused; the cause is for developers, never for users. */
  public MeshException(String code, String problem, String hint, @Nullable Throwable cause) {
    this(code, "", problem, hint, cause);
  }

  /**
   * Makes a failure at a place, which the first line of the message begins with.
   *
   * @param place the file, database or value, fit to be shown; empty if there is none
   */
  public MeshException(
      String code, String place, String problem, String hint, @Nullable Throwable cause) {
    super(line(place, problem) + "\nhint: " + hint, cause);
    this.code = Objects.requireNonNull(code);
    this.place = Objects.requireNonNull(place);
    this.problem = line(place, Objects.requireNonNull(problem));
    this.hint = Objects.requireNonNull(hint);
  }

  private static String line(String place, String problem) {
    return place.isEmpty() ? problem : place + ": " + problem;
  }

  /** The stable name of this failure. */
  public final String code() {
    return code;
  }

  /** Where it happened, as the message shows it; empty if the failure has no place. */
  public final String place() {
    return place;
  }

  /** What happened and where: the first line of the message. */
  public final String problem() {
    return problem;
  }

  /** What to do next: the second line of the message, without its prefix. */
  public final String hint() {
    return hint;
  }
}
