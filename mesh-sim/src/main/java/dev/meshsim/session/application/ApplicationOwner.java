package dev.meshsim.session.application;

import dev.meshsim.machine.MeshMachine;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.merge.ConflictException;
import dev.meshsim.profile.trust.ProfileVerifier;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.Optional;

/**
 * The personal profile that an application belongs to, on one machine. A program does not implement
 * it: {@code PersonalSession} passes its own to every {@link ApplicationSession}.
 */
public interface ApplicationOwner {

  /** The machine that holds the keys and the records. */
  MeshMachine machine();

  /** The verifier of signed objects in the profile's dialect. */
  ProfileVerifier verifier();

  /** A connection to the portal for the profile's account. */
  MeshClient client();

  /** The profile as this machine knows it. */
  VerifiedPersonalProfile personalProfile();

  /** Fetches the profile from the portal, stores it on the machine and returns it. */
  VerifiedPersonalProfile refresh();

  /** The device of this machine that is in the profile. */
  DeviceProfile thisDevice();

  /**
   * A device of the profile.
   *
   * @throws dev.meshsim.error.MeshException with code {@code session.unknown-device} if there is no
   *     such device
   */
  DeviceProfile device(Udf identifier);

  /** Publishes the profile with this entry, in place of one with its identifier. */
  void publish(ApplicationProfileEntry entry);

  /** Publishes the profile without the entry of an application, if it has one. */
  void withdraw(Udf application);

  /** The version of an application that the portal has given or taken last. */
  Optional<SignedApplicationProfile> lastAtPortal(Udf application);

  /**
   * Checks a version that the portal returned against {@link #lastAtPortal}, before it is
   * decrypted.
   *
   * @param updated the time in the signed content
   * @throws dev.meshsim.error.MeshException with code {@code session.rollback} if it is not later;
   *     {@code session.forked} if both replace the same version
   */
  void requireLater(SignedApplicationProfile signed, Instant updated);

  /**
   * Stores a version of an application that the portal returned on the machine.
   *
   * @param updated the time in the signed content
   * @throws dev.meshsim.error.MeshException as {@link #requireLater}
   */
  void storeFetched(SignedApplicationProfile signed, Instant updated);

  /** Stores a version of an application that was published at the portal on the machine. */
  void storePublished(SignedApplicationProfile signed);

  /** Notes that the portal has the machine's version of an application. */
  void has(Udf application);

  /**
   * Brings the portal to this machine's versions of the profile and of an application, if it is
   * known to be behind and this machine's device may do so.
   *
   * @throws ConflictException if the portal was given another version in the meantime, and the two
   *     cannot be merged
   */
  void catchUp(Udf application);

  /** Publishes at the portals of the profile's other accounts what they are behind by. */
  void spread();

  /** A time for the next version: now, or later if {@code previous} is not in the past. */
  Instant timeAfter(Optional<Instant> previous);
}
