package dev.meshsim.session.application;

import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.application.ApplicationProfile;
import dev.meshsim.profile.application.KnownApplicationProfile;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.udf.Udf;
import java.time.Instant;

/**
 * What can be said of an application without decrypting it, even if its type is not registered. Its
 * signature is verified.
 *
 * @param entry the profile's entry: the devices that administer and that can decrypt it
 * @param updated the time of the stored version
 * @param signer the device that signed it
 * @param registered true if sessions of this program read the type
 * @param signed the stored version, whole
 */
public record ApplicationOverview(
    ApplicationProfileEntry entry,
    Instant updated,
    Udf signer,
    boolean registered,
    SignedApplicationProfile signed) {

  /**
   * Fetches an application from the portal, verifies it and stores it on the machine.
   *
   * @throws ApplicationException if the profile has no such application or it is not published
   */
  public static ApplicationOverview fetch(ApplicationOwner owner, Udf udf) {
    VerifiedPersonalProfile profile = owner.refresh();
    ApplicationProfileEntry entry = ApplicationVault.entry(profile, udf);
    SignedApplicationProfile signed = ApplicationVault.fetch(owner, udf);
    ApplicationVault.requireListedSigner(owner, entry, signed);
    ApplicationProfile read = owner.verifier().application(signed, profile);
    owner.storeFetched(signed, read.updated());
    return new ApplicationOverview(
        entry,
        read.updated(),
        owner.verifier().dialect().signatures().signer(signed.signedData(), 0),
        read instanceof KnownApplicationProfile,
        signed);
  }
}
