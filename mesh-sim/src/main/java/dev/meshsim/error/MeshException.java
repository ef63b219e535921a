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
    super(problem + "\nhint: " + hint, cause);
    this.code = Objects.requireNonNull(code);
    this.problem = Objects.requireNonNull(problem);
    this.hint = Objects.requireNonNull(hint);
  }

  /** The stable name of this failure. */
  public final String code() {
    return code;
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
