package dev.meshsim.machine;

/**
 * What a record is found by.
 *
 * @param name what {@link RecordKind} says; an account name is a person's text, every other name is
 *     a fingerprint or a constant
 */
public record RecordKey(RecordKind kind, String name) implements Comparable<RecordKey> {

  @Override
  public int compareTo(RecordKey other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : name.compareTo(other.name);
  }
}
