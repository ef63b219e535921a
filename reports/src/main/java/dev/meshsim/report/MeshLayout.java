package dev.meshsim.report;

import dev.meshsim.json.JsonLayout;
import tools.jackson.databind.JsonNode;

/**
 * JSON layout of the reference implementation, for reading: two spaces a level, a line feed before
 * each member and before each array element but the first, closing brackets on the last line; see
 * {@link JsonLayout}.
 *
 * <p>{@link #elided} shortens long base64url strings as the reference did, to the first 96 octets
 * and the last incomplete group of 48, with three dots between. Unlike the reference it does so
 * inside one string, so that the text is still JSON. Dots are not in the base64url alphabet, so a
 * shortened text cannot be mistaken for data.
 */
public final class MeshLayout {

  private static final int WHOLE_OCTETS = 260;
  private static final int GROUP_OCTETS = 48;
  private static final int GROUP_CHARS = 64;
  private static final int HEAD_CHARS = 2 * GROUP_CHARS;

  private MeshLayout() {}

  /** Lays out all of {@code json}; no final line feed. */
  public static String whole(JsonNode json) {
    return JsonLayout.of(json);
  }

  /** Lays {@code json} out with long binary shortened; no final line feed. */
  public static String elided(JsonNode json) {
    return JsonLayout.of(json, MeshLayout::shortened);
  }

  private static String shortened(String text) {
    int octets = text.length() * 3 / 4;
    if (octets < WHOLE_OCTETS || !isBase64Url(text)) {
      return text;
    }
    int tail =
        octets % GROUP_OCTETS == 0 ? octets - GROUP_OCTETS : octets / GROUP_OCTETS * GROUP_OCTETS;
    return text.substring(0, HEAD_CHARS) + "..." + text.substring(tail / 3 * 4);
  }

  private static boolean isBase64Url(String text) {
    return text.chars()
        .allMatch(
            c ->
                (c >= 'A' && c <= 'Z')
                    || (c >= 'a' && c <= 'z')
                    || (c >= '0' && c <= '9')
                    || c == '-'
                    || c == '_');
  }
}
