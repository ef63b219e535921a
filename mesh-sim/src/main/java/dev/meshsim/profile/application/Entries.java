package dev.meshsim.profile.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Immutable lists of entries with an identity, as the contents of applications have them. */
public final class Entries {

  private Entries() {}

  /** The first entry with an identity. */
  public static <E, K> Optional<E> find(
      List<E> entries, Function<? super E, ? extends @Nullable K> identity, K wanted) {
    return entries.stream().filter(entry -> wanted.equals(identity.apply(entry))).findFirst();
  }

  /** A copy with an entry in the place of the first one with its identity, or at the end. */
  public static <E> List<E> with(
      List<E> entries, Function<? super E, ? extends @Nullable Object> identity, E entry) {
    Object key = identity.apply(entry);
    List<E> changed = new ArrayList<>();
    boolean placed = false;
    for (E old : entries) {
      boolean same = key != null && Objects.equals(identity.apply(old), key);
      if (!same) {
        changed.add(old);
      } else if (!placed) {
        changed.add(entry);
        placed = true;
      }
    }
    if (!placed) {
      changed.add(entry);
    }
    return List.copyOf(changed);
  }

  /** A copy without the entries with an identity. */
  public static <E> List<E> without(
      List<E> entries, Function<? super E, ? extends @Nullable Object> identity, Object removed) {
    return entries.stream().filter(entry -> !removed.equals(identity.apply(entry))).toList();
  }
}
