package dev.meshsim.machine;

import java.util.Objects;

/**
 * The key of a record.
 *
 * @param name the name as {@link RecordKind} describes it; an account name is a person's text,
 *     every other name is a fingerprint or a constant
 */
public record RecordKey(RecordKind kind, String name) implements Comparable<RecordKey> {

  /**
   * Checks that nothing is null.
   *
   * @throws IllegalArgumentException if the name has a character that some stores cannot hold: a
   *     control character, a noncharacter or half of a surrogate pair
   */
  public RecordKey {
    Objects.requireNonNull(kind);
    requireStorable(name);
  }

  /** XML, a registry and a database each lack some of these, and no account name has any. */
  static void requireStorable(String name) {
    name.codePoints()
        .filter(c -> Character.isISOControl(c) || isSurrogate(c) || isNoncharacter(c))
        .findFirst()
        .ifPresent(
            c -> {
              throw new IllegalArgumentException(
                  "a record's name has the character U+" + Integer.toHexString(c));
            });
  }

  private static boolean isSurrogate(int codePoint) {
    return Character.getType(codePoint) == Character.SURROGATE;
  }

  private static boolean isNoncharacter(int codePoint) {
    return (codePoint & 0xfffe) == 0xfffe || (codePoint >= 0xfdd0 && codePoint <= 0xfdef);
  }

  /** By kind, then by name in the order of {@link String#compareTo}. */
  @Override
  public int compareTo(RecordKey other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : name.compareTo(other.name);
  }
}
