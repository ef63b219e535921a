package dev.meshsim.jose;

import org.jspecify.annotations.Nullable;

/** Text from a message or a key as it may stand in a problem: one line, and not a long one. */
final class Quoted {

  private static final int SHOWN = 64;

  private Quoted() {}

  /** In quotation marks, cut after 64 characters, with a dot for each control character. */
  static String of(@Nullable String text) {
    if (text == null) {
      return "none";
    }
    StringBuilder shown = new StringBuilder("\"");
    text.chars()
        .limit(SHOWN)
        .forEach(c -> shown.append(Character.isISOControl(c) ? '.' : (char) c));
    return shown.append(text.length() > SHOWN ? "...\"" : "\"").toString();
  }
}
