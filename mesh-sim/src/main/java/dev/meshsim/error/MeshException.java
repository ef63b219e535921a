package dev.meshsim.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A failure that a person can act on.
 *
 * <p>{@link #getMessage()} is two lines: the problem (with the place and what would have been
 * accepted), then the next step after {@code "hint: "}. Neither line ever holds secret bytes.
 * Whatever a failure is given, {@link Quote} escapes in both lines the characters that would break
 * a line, move the cursor or hide text.
 */
public abstract class MeshException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode errorCode;
  private final String place;
  private final String problem;
  private final String hint;

  /**
   * Makes a failure with the hint of its code.
   *
   * @param problem what happened and what would be accepted; one line, no final newline
   */
  protected MeshException(ErrorCode code, String problem) {
    this(code, problem, code.hint());
  }

  /**
   * Makes a failure with a hint of its own.
   *
   * @param problem what happened and what would be accepted; one line, no final newline
   * @param hint the next step; one line
   */
  protected MeshException(ErrorCode code, String problem, String hint) {
    this(code, problem, hint, null);
  }

  /**
   * Makes a failure that another one caused.
   *
   * @param cause for developers; a user does not see it
   */
  protected MeshException(ErrorCode code, String problem, String hint, @Nullable Throwable cause) {
    this(code, "", problem, hint, cause);
  }

  /**
   * Makes a failure at a place, which the first line of the message begins with.
   *
   * @param place the file, database or value, fit to be shown; empty if there is none
   */
  protected MeshException(
      ErrorCode code, String place, String problem, String hint, @Nullable Throwable cause) {
    super(line(place, problem) + "\nhint: " + Quote.of(hint), cause);
    this.errorCode = Objects.requireNonNull(code);
    this.place = Quote.of(place);
    this.problem = line(place, problem);
    this.hint = Quote.of(hint);
  }

  private static String line(String place, String problem) {
    return Quote.of(place.isEmpty() ? problem : place + ": " + problem);
  }

  /** The problem of a failure of this program, or the class and the message of any other. */
  protected static String problemOf(Throwable cause) {
    return cause instanceof MeshException e ? e.problem() : cause.toString();
  }

  /** The stable name of this failure, for example {@code share.too-few}. */
  public final String code() {
    return errorCode.code();
  }

  /** The kind of this failure, for comparison. */
  public final ErrorCode errorCode() {
    return errorCode;
  }

  /** The place as the message shows it; empty if the failure has no place. */
  public final String place() {
    return place;
  }

  /** The problem with its place: the first line of the message. */
  public final String problem() {
    return problem;
  }

  /** The next step: the second line of the message, without its prefix. */
  public final String hint() {
    return hint;
  }
}
