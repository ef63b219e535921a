package dev.meshsim.wizard;

import java.util.Objects;

/**
 * The outcome of the check of an answer.
 *
 * @param kind whether it can be the answer
 * @param note a few words for the person; may be empty
 */
public record Verdict(Kind kind, String note) {

  /** The use of a text as an answer. */
  public enum Kind {
    /** It is an answer. */
    GOOD,
    /** It is none yet, and can become one. */
    UNFINISHED,
    /** It is none, and more letters do not make it one. */
    BAD,
    /** Only a question to the portal can tell. */
    UNKNOWN
  }

  /** Checks that nothing is null. */
  public Verdict {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(note);
  }

  /** An answer. */
  public static Verdict good(String note) {
    return new Verdict(Kind.GOOD, note);
  }

  /** The beginning of an answer. */
  public static Verdict unfinished(String note) {
    return new Verdict(Kind.UNFINISHED, note);
  }

  /** No answer. */
  public static Verdict bad(String note) {
    return new Verdict(Kind.BAD, note);
  }

  /** Perhaps an answer. */
  public static Verdict unknown(String note) {
    return new Verdict(Kind.UNKNOWN, note);
  }
}
