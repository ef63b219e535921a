package dev.meshsim.profile.merge;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Three versions of one thing.
 *
 * @param base the version that both sides started from; empty if there was none
 * @param mine the version of this device; empty if it removed the thing or never had it
 * @param theirs the version of the portal; empty if it removed the thing or never had it
 */
public record Versions<V>(Optional<V> base, Optional<V> mine, Optional<V> theirs) {

  /** Checks that none is null. */
  public Versions {
    Objects.requireNonNull(base);
    Objects.requireNonNull(mine);
    Objects.requireNonNull(theirs);
  }

  /** Three versions of which any may be absent. */
  public static <V> Versions<V> of(@Nullable V base, @Nullable V mine, @Nullable V theirs) {
    return new Versions<>(
        Optional.ofNullable(base), Optional.ofNullable(mine), Optional.ofNullable(theirs));
  }

  /** The version of one side. */
  public Optional<V> of(Side side) {
    return side == Side.MINE ? mine : theirs;
  }

  /** True if one side does not have it and the other side does. */
  public boolean onlyOneSideHasIt() {
    return mine.isPresent() != theirs.isPresent();
  }
}
