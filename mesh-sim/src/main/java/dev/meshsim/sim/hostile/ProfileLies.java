package dev.meshsim.sim.hostile;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.profile.Entry;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.ProfileLimits;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.protocol.GetRequest;
import dev.meshsim.protocol.GetResponse;
import dev.meshsim.protocol.RefusalReason;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Lies about profiles and applications, told in the answer to a Get. */
final class ProfileLies {

  private ProfileLies() {}

  static Optional<Bytes> old(Asked asked) {
    return asked.replaces(SignedPersonalProfile.class, asked.seen()::before);
  }

  static Optional<Bytes> oldApplication(Asked asked) {
    return asked.replaces(SignedApplicationProfile.class, asked.seen()::before);
  }

  static Optional<Bytes> anothers(Asked asked) {
    return asked.replaces(
        SignedPersonalProfile.class, entry -> Optional.of(asked.impostor().profile()));
  }

  /** Another person's profile under the identifier of the account's. */
  static Optional<Bytes> mislabelled(Asked asked) {
    return asked.replaces(
        SignedPersonalProfile.class,
        entry ->
            Optional.of(
                new SignedPersonalProfile(
                    entry.identifier(), asked.impostor().profile().signedData())));
  }

  /** The profile with the portal's device in it, under the signatures that it had before. */
  static Optional<Bytes> altered(Asked asked) {
    return asked.replaces(
        SignedPersonalProfile.class,
        entry ->
            Optional.of(
                new SignedPersonalProfile(
                    entry.identifier(),
                    new JsonWebSignature(
                        asked.dialect().json().write(withOwnDevice(asked, entry)),
                        entry.signedData().signatures()))));
  }

  /** The profile with the portal's device in it, signed by a key of the portal. */
  static Optional<Bytes> selfSigned(Asked asked) {
    return asked.replaces(
        SignedPersonalProfile.class,
        entry ->
            Optional.of(
                ProfileSigner.successor(
                    withOwnDevice(asked, entry),
                    entry,
                    List.of(asked.impostor().onlineKey()),
                    asked.impostor().machine().stream("sign:PersonalProfile"))));
  }

  private static PersonalProfile withOwnDevice(Asked asked, SignedPersonalProfile entry) {
    PersonalProfile content =
        asked.dialect().json().read(entry.signedData().payload(), PersonalProfile.class);
    return content.withDevice(asked.impostor().device(), asked.dialect().after(content.updated()));
  }

  /** The profile with more signatures than anybody needs. */
  static Optional<Bytes> bloated(Asked asked) {
    return asked.replaces(
        SignedPersonalProfile.class,
        entry ->
            Optional.of(
                new SignedPersonalProfile(
                    entry.identifier(),
                    new JsonWebSignature(
                        entry.signedData().payload(),
                        Collections.nCopies(
                            ProfileLimits.SIGNATURES + 1,
                            entry.signedData().signatures().get(0))))));
  }

  static Optional<Bytes> accountDenied(Asked asked) {
    return asked.request() instanceof GetRequest get
            && get.account() != null
            && found(asked, SignedPersonalProfile.class)
        ? asked.refuses(RefusalReason.UNKNOWN_ACCOUNT, "there is no such account")
        : Optional.empty();
  }

  static Optional<Bytes> applicationWithheld(Asked asked) {
    return found(asked, SignedApplicationProfile.class)
        ? asked.refuses(RefusalReason.UNKNOWN_ENTRY, "there is no such entry")
        : Optional.empty();
  }

  /** True if the honest portal has found an entry of a type. */
  static boolean found(Asked asked, Class<? extends Entry> type) {
    return asked.request() instanceof GetRequest
        && asked.honest() instanceof GetResponse found
        && found.entries() != null
        && found.entries().stream().anyMatch(type::isInstance);
  }
}
