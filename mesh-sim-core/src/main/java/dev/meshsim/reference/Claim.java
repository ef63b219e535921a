package dev.meshsim.reference;

import org.jspecify.annotations.Nullable;

/**
 * A signature whose signer's role only other records can tell.
 *
 * @param kind what is signed
 * @param form the signed object
 * @param index which of its signatures
 * @param subject the application, or the device that asked to be connected
 * @param profile the personal profile that the object names, or null if it names none
 */
record Claim(Kind kind, SignedForm form, int index, String subject, @Nullable String profile) {

  /** What is signed. */
  enum Kind {
    /** An application profile: a device signs that the personal profile lists. */
    APPLICATION("application profile "),
    /** The answer to a connection request: an administration key signs. */
    RESULT("connection result for ");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  String kid() {
    return form.kids().get(index);
  }

  /** For messages. */
  String describe() {
    return kind.words + Quote.of(subject);
  }
}
