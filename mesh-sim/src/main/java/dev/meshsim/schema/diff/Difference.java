package dev.meshsim.schema.diff;

import java.util.Locale;

/**
 * A difference of two schemas.
 *
 * @param kind what differs
 * @param place the object, the object and the member with a dot between, or the transaction or
 *     status
 * @param left the first schema's part; empty if it has none
 * @param right the second schema's part; empty if it has none
 */
public record Difference(Kind kind, String place, String left, String right) {

  /** What differs. */
  public enum Kind {
    /** An object is only in one. */
    OBJECT,
    /** An object is only a base in one. */
    ABSTRACT,
    /** The base. */
    BASE,
    /** A member is only in one, with those of bases. */
    MEMBER,
    /** The type of a member. */
    TYPE,
    /** One value or an array. */
    NUMBER,
    /** A member is required in one. */
    REQUIRED,
    /** The texts that a member may have. */
    VALUES,
    /** A transaction, or its messages. */
    TRANSACTION,
    /** A status, or its name. */
    STATUS;

    /** The word in the output. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One line: kind, place and both sides. */
  @Override
  public String toString() {
    return kind.word() + " " + place + ": " + side(left) + " -> " + side(right);
  }

  private static String side(String text) {
    return text.isEmpty() ? "none" : text;
  }
}
