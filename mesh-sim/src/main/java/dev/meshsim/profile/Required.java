package dev.meshsim.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that the constructors of the schema records share. */
public final class Required {

  private Required() {}

  public static <T> T required(@Nullable T value, String member) {
    if (value == null) {
      throw new IllegalArgumentException("the member " + member + " is required");
    }
    return value;
  }

  /** An absent list is an empty one; what was given is copied. */
  public static <T> List<T> list(@Nullable List<T> values) {
    return values == null ? List.of() : List.copyOf(values);
  }
}
