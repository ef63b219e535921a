package dev.meshsim.profile.merge;

import java.util.Objects;
import java.util.Optional;

/**
 * One thing that both sides changed in ways that do not fit together. The text form names the thing
 * and says how each side changed it; it shows no value, since a value can be a password.
 *
 * @param what a description for people, fit to be shown: {@code the entry of example.com}
 * @param versions the value in all three versions
 */
public record Difference<V>(String what, Versions<V> versions) {

  /**
   * Checks that the sides differ.
   *
   * @throws IllegalArgumentException if both sides are equal
   */
  public Difference {
    Objects.requireNonNull(what);
    if (versions.mine().equals(versions.theirs())) {
      throw new IllegalArgumentException("both sides are equal: " + what);
    }
  }

  /** The value that both sides started from; empty if both added it. */
  public Optional<V> base() {
    return versions.base();
  }

  /** The value of this device; empty if it removed it. */
  public Optional<V> mine() {
    return versions.mine();
  }

  /** The value of the portal's version; empty if it was removed there. */
  public Optional<V> theirs() {
    return versions.theirs();
  }

  /** For example {@code the entry of example.com (changed here, removed at the portal)}. */
  @Override
  public String toString() {
    return what
        + " ("
        + change(versions.mine())
        + " here, "
        + change(versions.theirs())
        + " at the portal)";
  }

  private String change(Optional<V> now) {
    if (now.isEmpty()) {
      return "removed";
    }
    return versions.base().isEmpty() ? "added" : "changed";
  }
}
