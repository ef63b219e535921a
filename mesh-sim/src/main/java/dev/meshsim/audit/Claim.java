package dev.meshsim.audit;

import dev.meshsim.audit.record.Generation;
import dev.meshsim.audit.record.SignedForm;
import dev.meshsim.error.Quote;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A signature whose signer's role depends on other records.
 *
 * @param kind the kind of signed object
 * @param form the signed object; null once the signature is verified
 * @param index the index of the signature in it
 * @param generation the form of the signed object
 * @param kid the fingerprint of the key that signed
 * @param subject the identifier of the application, or of the device that asked to be connected
 * @param profile the personal profile named in the object, or null
 * @param proven the profiles in which the key has the role; empty unless the signature is verified
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

  /** The kinds of signed objects. */
  enum Kind {
    /** An application profile, signed by a device that the personal profile lists for it. */
    APPLICATION("application profile "),
    /** The answer to a connection request, signed by an administration key. */
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

  /** A copy with the signature verified; it drops the signed object to save memory. */
  Claim provenFor(Set<String> profiles) {
    return new Claim(kind, null, index, generation, kid, subject, profile, profiles);
  }

  boolean isProven() {
    return !proven.isEmpty();
  }

  boolean isProvenFor(@Nullable String owner) {
    return owner != null && proven.contains(owner);
  }

  /** The kind and the subject, for messages. */
  String describe() {
    return kind.words + Quote.brief(subject);
  }
}
