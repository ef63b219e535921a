package dev.meshsim.profile.merge;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.PersonalProfile;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes of two devices that could not be brought together. Nothing was published. */
public final class ConflictException extends MeshException {

  private static final long serialVersionUID = 1L;

  private static final int NAMED = 3;
  private static final String PROFILE_HINT = "fetch the profile and make the change again";

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    DIFFERS(
        "conflict.differs",
        "Mine and the portal's version changed the same thing differently.",
        "choose with ApplicationSession.resolve, then update again"),
    REPEATED(
        "conflict.repeated",
        "Another device published a new version each time that this one tried to.",
        "try again when the other devices have finished");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private final transient @Nullable Merge<?> merge;

  private ConflictException(Code code, String problem, String hint, @Nullable Merge<?> merge) {
    super(code, problem, hint);
    this.merge = merge;
  }

  /**
   * A merge with differences. The problem names up to three of them; the hint depends on what was
   * merged.
   *
   * @throws IllegalArgumentException if the merge has no differences
   */
  public static ConflictException differs(Merge<?> merge) {
    if (merge.isClean()) {
      throw new IllegalArgumentException("the merge has no differences");
    }
    boolean profile =
        merge.mine() instanceof PersonalProfile || merge.mine() instanceof ApplicationProfileEntry;
    String hint = profile ? PROFILE_HINT : Code.DIFFERS.text().hint();
    return new ConflictException(Code.DIFFERS, named(merge.differences()), hint, merge);
  }

  /**
   * A version that was refused in each of several attempts, because the portal had another one
   * again.
   *
   * @param what the thing that was published, fit to be shown: {@code the profile MDDK-...}
   * @param attempts how often it was tried
   */
  public static ConflictException repeated(String what, int attempts) {
    return new ConflictException(
        Code.REPEATED,
        what + " changed at the portal during each of " + attempts + " attempts to update it",
        Code.REPEATED.text().hint(),
        null);
  }

  private static String named(List<Difference<?>> differences) {
    int count = differences.size();
    String names =
        differences.stream()
            .limit(NAMED)
            .map(Difference::toString)
            .collect(Collectors.joining("; "));
    String more = count > NAMED ? "; and " + (count - NAMED) + " more" : "";
    return (count == 1 ? "1 thing was" : count + " things were")
        + " changed differently here and in the portal's version: "
        + names
        + more;
  }

  /**
   * The merge with all three versions and the differences.
   *
   * @throws IllegalStateException if there is none: the code is not {@code conflict.differs}, or
   *     the exception was serialized
   */
  public Merge<?> merge() {
    if (merge == null) {
      throw new IllegalStateException("a failure with the code " + code() + " holds no merge");
    }
    return merge;
  }

  /**
   * The merge, if it is one of values of this type.
   *
   * @throws IllegalArgumentException if it merges values of another type
   * @throws IllegalStateException as {@link #merge()} does
   */
  @SuppressWarnings("unchecked") // A merge of values of this type is checked by one of them.
  public <T> Merge<T> merge(Class<T> type) {
    Merge<?> held = merge();
    if (!type.isInstance(held.mine())) {
      throw new IllegalArgumentException(
          "the merge is one of " + held.mine().getClass().getSimpleName() + ", not of " + type);
    }
    return (Merge<T>) held;
  }
}
