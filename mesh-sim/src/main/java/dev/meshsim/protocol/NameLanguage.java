package dev.meshsim.protocol;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A language that a {@link NameObjection} can be said in. */
public enum NameLanguage {
  /** English, the language of everybody who asks for none of these. */
  EN,
  /** German. */
  DE,
  /** French. */
  FR;

  private static final Pattern TAG = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8}){0,15}");

  /**
   * The first language of a list that there is, by the lookup of RFC 4647 section 3.4: {@code
   * de-CH} finds {@code de}. English if there is none, or no list.
   *
   * @param ranges language tags in the order of preference, in any case; any text at all
   */
  public static NameLanguage lookup(@Nullable List<String> ranges) {
    if (ranges != null) {
      for (String range : ranges) {
        for (String tag = isTag(range) ? range : ""; !tag.isEmpty(); tag = shorter(tag)) {
          NameLanguage found = of(tag);
          if (found != null) {
            return found;
          }
        }
      }
    }
    return EN;
  }

  /** True if the text has the form of a language tag. */
  public static boolean isTag(String text) {
    return TAG.matcher(text).matches();
  }

  /** The language tag, for example {@code de}. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable NameLanguage of(String tag) {
    for (NameLanguage language : values()) {
      if (language.name().equalsIgnoreCase(tag)) {
        return language;
      }
    }
    return null;
  }

  /** The tag without its last subtag, and without a single letter before that. */
  private static String shorter(String tag) {
    int end = tag.lastIndexOf('-');
    if (end >= 2 && tag.charAt(end - 2) == '-') {
      end -= 2;
    }
    return end < 0 ? "" : tag.substring(0, end);
  }
}
