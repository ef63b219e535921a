package dev.meshsim.protect;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A level of protection of messages between a client and a portal, the weakest first. */
public enum Protection {
  /** Messages travel as they are. */
  NONE,
  /** Requests and answers are signed. */
  SIGN,
  /** Requests and answers are signed and then encrypted. */
  ENCRYPT;

  /** The name in options, for example {@code encrypt}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The names of all levels, the weakest first. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(Protection::label).toList();
  }

  /**
   * Finds a level by its name, in any case.
   *
   * @throws ProtectException {@code protect.level} if there is none
   */
  public static Protection named(String label) {
    return Arrays.stream(values())
        .filter(level -> level.label().equalsIgnoreCase(label))
        .findFirst()
        .orElseThrow(() -> ProtectException.level(label));
  }
}
