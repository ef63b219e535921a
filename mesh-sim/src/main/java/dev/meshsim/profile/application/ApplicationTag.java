package dev.meshsim.profile.application;

import dev.meshsim.error.Quote;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The tag of an application profile, which is the {@code Type} of its entry: a letter, then up to
 * 63 letters, digits, dots, dashes or underscores, and not the tag of another signed object, so
 * that no signature is taken for one of an application.
 */
public final class ApplicationTag {

  private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,63}");
  private static final Set<String> OTHERS =
      Set.of(
          "DeviceProfile",
          "MasterProfile",
          "PersonalProfile",
          "ConnectionRequest",
          "ConnectionResult");

  private ApplicationTag() {}

  /** True if an application profile may have this tag. */
  public static boolean isValid(String tag) {
    return FORM.matcher(tag).matches() && !OTHERS.contains(tag);
  }

  /**
   * Returns {@code tag}.
   *
   * @throws IllegalArgumentException if no application profile may have it
   */
  static String require(String tag) {
    if (!isValid(tag)) {
      throw new IllegalArgumentException(
          Quote.brief(tag) + " is not the tag of an application profile");
    }
    return tag;
  }
}
