package dev.meshsim.error;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * The kind of a failure: a stable name, its meaning and its default hint.
 *
 * <p>Each family of failures has an enum {@code Code} that implements this interface, nested in the
 * exception class of the family. {@code docs/errors.md} is generated from these enums.
 */
public interface ErrorCode extends Serializable {

  /** The texts of this kind. */
  Text text();

  /** The stable name, for example {@code share.too-few}; see {@link Text}. */
  default String code() {
    return text().code();
  }

  /** The meaning of the failure: one sentence with a full stop. */
  default String meaning() {
    return text().meaning();
  }

  /** The next step for the user: one line without a full stop. A failure can give a closer one. */
  default String hint() {
    return text().hint();
  }

  /**
   * The texts of a kind of failure.
   *
   * @param code {@code family.reason}, or {@code store.NAME.reason} for a store; family and name
   *     are one lower-case word, the reason is lower-case words joined by hyphens; never reworded
   * @param meaning one sentence with a full stop
   * @param hint one line without a full stop
   */
  record Text(String code, String meaning, String hint) implements Serializable {

    private static final Pattern GRAMMAR =
        Pattern.compile("(store\\.)?[a-z][a-z0-9]*\\.[a-z0-9]+(-[a-z0-9]+)*");

    /** Checks the form of all three. */
    public Text {
      if (!GRAMMAR.matcher(code).matches()) {
        throw new IllegalArgumentException("not of the form family[.store].reason: " + code);
      }
      if (!meaning.endsWith(".") || hint.isEmpty() || hint.endsWith(".")) {
        throw new IllegalArgumentException(
            code + ": the meaning ends with a full stop, the hint without one");
      }
    }
  }
}
