package dev.meshsim.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that the constructors of the schema records share. */
public final class Required {

  private Required() {}

  /**
   * Returns {@code value}.
   *
   * @param member the name of the member, for the message
   * @throws IllegalArgumentException if the value is null
   */
  public static <T> T required(@Nullable T value, String member) {
    if (value == null) {
      throw new IllegalArgumentException("the member " + member + " is required");
    }
    return value;
  }

  /** Returns a copy of {@code values}; an absent list becomes an empty one. */
  public static <T> List<T> list(@Nullable List<T> values) {
    return values == null ? List.of() : List.copyOf(values);
  }
}
