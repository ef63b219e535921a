package dev.meshsim.log;

import dev.meshsim.bytes.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Checks that text survives the way to UTF-8 and back. */
final class WellFormedText {

  private WellFormedText() {}

  /** Refuses an unpaired surrogate: UTF-8 has no form for it. */
  static void requireWellFormed(String what, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (!pair) {
        throw PortalStoreException.badChange(
            "the " + what + " has an unpaired surrogate at character " + i,
            "give well-formed Unicode text");
      }
      i++;
    }
  }

  /** Refuses octets that are not UTF-8. */
  static void requireUtf8(String what, Bytes octets) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets.toArray()));
    } catch (CharacterCodingException e) {
      throw PortalStoreException.badChange(
          "the " + what + " is not UTF-8", "give the JSON text of an object");
    }
  }
}
