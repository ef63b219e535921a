package dev.meshsim.session;

import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.application.ApplicationProfile;
import dev.meshsim.profile.application.KnownApplicationProfile;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.session.application.RecipientKeys;
import dev.meshsim.udf.Udf;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An application in whose stored version a removed device still counts. Publish it again on a
 * device that administers it and can decrypt it, with a program that knows its type.
 *
 * @param application the application's identifier
 * @param type its type
 * @param registered true if sessions of this program read the type
 * @param signs true if the removed device signed the stored version, which nobody believes any more
 * @param reads true if the stored version is encrypted to the removed device
 */
public record RemovalFinding(
    Udf application, String type, boolean registered, boolean signs, boolean reads) {

  /**
   * The findings about a removed device.
   *
   * @param before a version of the profile that lists it
   */
  static List<RemovalFinding> of(
      PersonalSession session,
      SessionContext context,
      Udf removed,
      VerifiedPersonalProfile before) {
    Udf key = Objects.requireNonNull(before.devices().get(removed)).deviceEncryptionKey().udf();
    List<RemovalFinding> findings = new ArrayList<>();
    for (ApplicationProfileEntry entry : before.profile().applications()) {
      if (entry.decryptDevices().contains(removed) || entry.adminDevices().contains(removed)) {
        ApplicationRenewal.stored(session, entry.identifier())
            .flatMap(version -> of(context, version, entry, removed, key))
            .ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static Optional<RemovalFinding> of(
      SessionContext context,
      SignedApplicationProfile version,
      ApplicationProfileEntry entry,
      Udf removed,
      Udf key) {
    ApplicationProfile content =
        ApplicationProfile.read(context.dialect(), version.signedData().payload());
    Udf signer = context.dialect().signatures().signer(version.signedData(), 0);
    boolean reads =
        content instanceof KnownApplicationProfile known
            ? RecipientKeys.of(known).contains(key)
            : entry.decryptDevices().contains(removed);
    return signer.equals(removed) || reads
        ? Optional.of(
            new RemovalFinding(
                entry.identifier(),
                content.type(),
                content instanceof KnownApplicationProfile,
                signer.equals(removed),
                reads))
        : Optional.empty();
  }

  /** For example {@code the NotesProfile R... is still encrypted to the removed device}. */
  @Override
  public String toString() {
    String how =
        (signs ? "signed by" : "")
            + (signs && reads ? " and " : "")
            + (reads ? "encrypted to" : "");
    return "the " + type + " " + application + " is still " + how + " the removed device";
  }
}
