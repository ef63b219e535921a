package dev.meshsim.machine;

import java.util.List;

/** Texts that a careless store would take for something else, or for one another. */
public final class HostileNames {

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          ".",
          "..",
          "../../etc/passwd@example.com",
          "..\\..\\alice@example.com",
          "/etc/passwd",
          "C:\\alice",
          "CON",
          "nul@example.com",
          "a:b",
          "alice@example.com.",
          "alice@example.com ",
          "a".repeat(300) + "@example.com",
          "\u202ealice@example.com\u202c",
          "caf\u00e9@example.com",
          "cafe\u0301@example.com",
          "\u0130stanbul@example.com",
          "\u0131stanbul@example.com",
          "istanbul@example.com",
          "ISTANBUL@example.com",
          "\ud83d\ude00@example.com",
          "\ud83d\udc69\u200d\ud83d\udcbb@example.com",
          "\uff5ealice@example.com",
          "alice\u2028@example.com",
          "alice\u00a0@example.com",
          "\"alice\"@example.com",
          "alice'; DROP TABLE machine; --@example.com",
          "<alice>&amp;]]>@example.com",
          "alice=@example.com",
          "[alice]@example.com",
          "@",
          "-rf",
          "~",
          "$HOME`id`@example.com",
          "%00%2e%2e%2f@example.com",
          "{\"alice\":1}",
          "alice*?@example.com",
          "Default",
          "(Default)",
          "null");

  private HostileNames() {}

  /** All of them, no two equal. */
  public static List<String> all() {
    return TEXTS;
  }
}
