package dev.meshsim.audit;

import dev.meshsim.audit.record.Generation;
import dev.meshsim.audit.record.SignedForm;
import dev.meshsim.error.Quote;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A signature whose signer's role only other records can tell.
 *
 * @param kind what is signed
 * @param form the signed object; null once the signature is known to be good
 * @param index which of its signatures
 * @param generation the form in which it is signed
 * @param kid the key that signed
 * @param subject the application, or the device that asked to be connected
 * @param profile the personal profile that the object names, or null if it names none
 * @param proven the profiles in which the key has the role; none unless the signature is good
 */
record Claim(
    Kind kind,
    @Nullable SignedForm form,
    int index,
    Generation generation,
    String kid,
    String subject,
    @Nullable String profile,
    Set<String> proven) {

  /** Copies the set. */
  Claim {
    proven = Set.copyOf(proven);
  }

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

  static Claim of(Kind kind, SignedForm form, int index, String subject, @Nullable String profile) {
    return new Claim(
        kind, form, index, form.generation(), form.kids().get(index), subject, profile, Set.of());
  }

  /** The same, with the signature verified; what was signed is not kept. */
  Claim provenFor(Set<String> profiles) {
    return new Claim(kind, null, index, generation, kid, subject, profile, profiles);
  }

  boolean isProven() {
    return !proven.isEmpty();
  }

  boolean isProvenFor(@Nullable String owner) {
    return owner != null && proven.contains(owner);
  }

  /** For messages. */
  String describe() {
    return kind.words + Quote.brief(subject);
  }
}
