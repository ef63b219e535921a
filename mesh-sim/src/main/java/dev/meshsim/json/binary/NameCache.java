package dev.meshsim.json.binary;

import dev.meshsim.bytes.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The names of members that were read lately, so that each is decoded once. Of fixed size; a name
 * replaces the one at its place. Thread-safe, since entries never change.
 */
final class NameCache {

  private static final int SLOTS = 1024;
  private static final int LONGEST = 64;

  private static final class Name {
    final byte[] octets;
    final String text;

    Name(byte[] octets, String text) {
      this.octets = octets;
      this.text = text;
    }
  }

  private static final @Nullable Name[] NAMES = new @Nullable Name[SLOTS];

  private NameCache() {}

  /** The text of a name, or an empty one if the octets are none that can be kept. */
  static String of(byte[] octets, int from, int to) {
    if (to - from > LONGEST) {
      return "";
    }
    int length = to - from;
    if (length == 0) {
      return "";
    }
    // Four octets tell the names of the Mesh apart; two at one place only take turns.
    int hash = 31 * length + octets[from];
    hash = 31 * hash + octets[to - 1];
    hash = 31 * hash + octets[from + length / 2];
    hash = 31 * hash + octets[from + length / 4];
    int slot = (hash ^ hash >>> 10) & (SLOTS - 1);
    Name known = NAMES[slot];
    if (known != null && Arrays.equals(known.octets, 0, known.octets.length, octets, from, to)) {
      return known.text;
    }
    if (Utf8.fault(octets, from, to) != Utf8.NONE) {
      return "";
    }
    String text = new String(octets, from, to - from, StandardCharsets.UTF_8);
    NAMES[slot] = new Name(Arrays.copyOfRange(octets, from, to), text);
    return text;
  }
}
