package dev.meshsim.log;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Utf8;

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
    int fault = octets.utf8Fault();
    if (fault != Utf8.NONE) {
      throw PortalStoreException.badChange(
          "the " + what + " is not UTF-8 at octet " + fault, "give the JSON text of an object");
    }
  }
}
