package dev.meshsim.profile.trust;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.json.JsonException;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.ConnectionRequest;
import dev.meshsim.profile.ConnectionResult;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.MasterProfile;
import dev.meshsim.profile.ProfileException;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedConnectionResult;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedEntry;
import dev.meshsim.profile.SignedMasterProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.application.ApplicationProfile;
import dev.meshsim.udf.Udf;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies signed objects: an object is believed if a key that may sign it has signed it. Algorithm
 * and key always come from objects that are already believed, never from the message. Thread-safe.
 */
public final class ProfileVerifier {

  private final Dialect dialect;
  private final VerifiedSignatures remembered;
  private final VerificationMeter meter = new VerificationMeter();

  /** A verifier of the {@code mesh} dialect that computes every signature. */
  public ProfileVerifier() {
    this(Dialect.MESH);
  }

  /** As above, of {@code dialect}. */
  public ProfileVerifier(Dialect dialect) {
    this(dialect, VerifiedSignatures.none());
  }

  /**
   * A verifier of {@code dialect}; objects of other dialects are refused.
   *
   * @param remembered signatures that are not computed again
   */
  public ProfileVerifier(Dialect dialect, VerifiedSignatures remembered) {
    this.dialect = dialect;
    this.remembered = remembered;
  }

  /** The dialect of the objects. */
  public Dialect dialect() {
    return dialect;
  }

  /** The number of signatures that this verifier has checked, for tests that count work. */
  public long signaturesVerified() {
    return meter.signatures.sum();
  }

  /** The number of those that were computed, not remembered. */
  public long signaturesComputed() {
    return meter.computed.sum();
  }

  /** The work that this verifier has done, for tests that count work. */
  public VerificationWork work() {
    return meter.count();
  }

  /**
   * Believes a device profile: signed by the device signature key in it.
   *
   * @throws ProfileException if it is not signed so
   * @throws JsonException if the payload is not a device profile
   */
  public DeviceProfile device(SignedDeviceProfile signed) {
    DeviceProfile device = deviceContent(signed);
    onlySignedBy(signed, device.deviceSignatureKey());
    return device;
  }

  /** The content of a device profile, checked in all but its signature. */
  DeviceProfile deviceContent(SignedDeviceProfile signed) {
    LimitCheck.signatures(signed, 1);
    DeviceProfile device = payload(signed, DeviceProfile.class);
    meter.fingerprints.add(3);
    sameIdentifier(signed, device.identifier());
    requireDialect(signed, device.deviceAuthenticationKey().udf());
    requireDialect(signed, device.deviceEncryptionKey().udf());
    return device;
  }

  /** Believes a master profile: signed by the master signature key in it. */
  public MasterProfile master(SignedMasterProfile signed) {
    MasterProfile master = masterContent(signed);
    onlySignedBy(signed, master.masterSignatureKey());
    return master;
  }

  /** The content of a master profile, checked in all but its signature. */
  MasterProfile masterContent(SignedMasterProfile signed) {
    LimitCheck.signatures(signed, 1);
    MasterProfile master = payload(signed, MasterProfile.class);
    meter.fingerprints.add(1);
    meter.fingerprints.add(master.masterEscrowKeys().size());
    meter.fingerprints.add(master.onlineSignatureKeys().size());
    LimitCheck.parts(master);
    sameIdentifier(signed, master.identifier());
    master.masterEscrowKeys().forEach(key -> requireDialect(signed, key.udf()));
    master.onlineSignatureKeys().forEach(key -> requireDialect(signed, key.udf()));
    Administrators.of(signed, master, Set.of());
    return master;
  }

  /** Believes a personal profile, as {@link #personal(SignedPersonalProfile, Optional)}. */
  public VerifiedPersonalProfile personal(SignedPersonalProfile signed) {
    return personal(signed, Optional.empty());
  }

  /**
   * Believes a personal profile: its master profile is believed, every device is believed, and each
   * of its signatures, at least one, is by an online signature key or the master signature key; in
   * the form of 2016, which {@link Dialect#PORTAL_2017} reads, by a device of the profile.
   *
   * @param known an earlier version that is believed already: a master or device profile which is
   *     the same in both is not verified again, so that an update costs the same however many
   *     devices the profile has
   */
  public VerifiedPersonalProfile personal(
      SignedPersonalProfile signed, Optional<VerifiedPersonalProfile> known) {
    VerifiedPersonalProfile verified = personalOfAdministrator(signed, known);
    if (verified.devices() instanceof DeviceProfiles devices) {
      devices.verifyAll();
    }
    return verified;
  }

  /**
   * Believes a personal profile as {@link #personal(SignedPersonalProfile, Optional)} does, but
   * verifies each device profile only when it is first read from the result, which throws {@link
   * ProfileException} then. Until that, a device is believed because an administrator signed the
   * profile that lists it.
   */
  public VerifiedPersonalProfile personalOfAdministrator(
      SignedPersonalProfile signed, Optional<VerifiedPersonalProfile> known) {
    return new PersonalCheck(this, signed, known).verified();
  }

  /**
   * Believes an application profile of {@code owner}: signed by one of the devices that its entry
   * lists as administrators.
   */
  public ApplicationProfile application(
      SignedApplicationProfile signed, VerifiedPersonalProfile owner) {
    requireDialect(signed, signed.identifier());
    ApplicationProfile application =
        ApplicationProfile.read(dialect, LimitCheck.payload(signed, meter));
    sameIdentifier(signed, application.identifier());
    applicationSigner(signed, application.type(), owner);
    return application;
  }

  /**
   * Verifies the signature of an application profile of {@code owner}, of any type, even one that
   * this package does not know.
   *
   * @param type the tag of the signed object
   * @throws ProfileException if the entry says another type, or no administration device in it
   *     signed
   */
  public void applicationSigner(
      SignedApplicationProfile signed, String type, VerifiedPersonalProfile owner) {
    requireDialect(signed, signed.identifier());
    ApplicationProfileEntry entry =
        owner
            .profile()
            .application(signed.identifier())
            .orElseThrow(
                () ->
                    ProfileException.chain(
                        "SignedApplicationProfile", "the personal profile has no entry for it"));
    if (!entry.type().equals(type)) {
      throw ProfileException.content(
          "SignedApplicationProfile", "the personal profile lists it as a " + entry.type());
    }
    Udf signer = soleSigner(signed);
    DeviceProfile device = owner.devices().get(signer);
    if (device == null || !entry.adminDevices().contains(signer)) {
      throw ProfileException.chain(
          "SignedApplicationProfile", signer + " is not an administration device in its entry");
    }
    onlySignedBy(signed, device.deviceSignatureKey());
  }

  /** Believes a connection request: signed by the device signature key of the device in it. */
  public VerifiedRequest request(SignedConnectionRequest signed) {
    ConnectionRequest request = payload(signed, ConnectionRequest.class);
    DeviceProfile device = device(request.device());
    sameIdentifier(signed, device.identifier());
    onlySignedBy(signed, device.deviceSignatureKey());
    return new VerifiedRequest(
        signed, request, device, RequestSalt.of(signed), RequestedOnlineKey.of(signed));
  }

  /** Believes a connection result: signed by an online signature key of {@code master}. */
  public ConnectionResult result(SignedConnectionResult signed, MasterProfile master) {
    ConnectionResult result = payload(signed, ConnectionResult.class);
    sameIdentifier(signed, result.device().identifier());
    Udf signer = soleSigner(signed);
    PublicKey key =
        master
            .onlineSignatureKey(signer)
            .orElseThrow(
                () ->
                    ProfileException.chain(
                        "SignedConnectionResult", signer + " is not an online signature key"));
    onlySignedBy(signed, key);
    return result;
  }

  /** Checks a signature that is seen once, that of a request for example, counting it. */
  public void verifyOnce(JsonWebSignature signed, int index, PublicKey key, String object) {
    check(VerifiedSignatures.none(), signed, index, key, object);
  }

  /** Checks one signature of {@code signed}, counting it. */
  public void verify(JsonWebSignature signed, int index, PublicKey key, String object) {
    check(remembered, signed, index, key, object);
  }

  private void check(
      VerifiedSignatures known, JsonWebSignature signed, int index, PublicKey key, String object) {
    meter.signatures.increment();
    meter.octetsVerified.add(signed.payload().length());
    try {
      known.unlessKnown(
          signed,
          index,
          key,
          () -> {
            meter.computed.increment();
            dialect.signatures().verify(signed, index, key.jwk());
          });
    } catch (MeshException e) {
      throw ProfileException.signature(object, e);
    }
  }

  void onlySignedBy(SignedEntry signed, PublicKey key) {
    String object = signed.getClass().getSimpleName();
    Udf signer = soleSigner(signed);
    if (!signer.equals(key.udf())) {
      throw ProfileException.chain(object, "signed by " + signer + ", not by " + key.udf());
    }
    verify(signed.signedData(), 0, key, object);
  }

  private Udf soleSigner(SignedEntry signed) {
    LimitCheck.signatures(signed, 1);
    return signer(signed, 0);
  }

  Udf signer(SignedEntry signed, int index) {
    try {
      return dialect.signatures().signer(signed.signedData(), index);
    } catch (JoseException e) {
      throw ProfileException.signature(signed.getClass().getSimpleName(), e);
    }
  }

  <T> T payload(SignedEntry signed, Class<T> type) {
    requireDialect(signed, signed.identifier());
    return dialect.json().read(LimitCheck.payload(signed, meter), type);
  }

  private void requireDialect(SignedEntry signed, Udf fingerprint) {
    if (Dialect.of(fingerprint) != dialect) {
      throw ProfileException.content(
          signed.getClass().getSimpleName(),
          fingerprint + " is written in the dialect " + Dialect.of(fingerprint).label());
    }
  }

  static void sameIdentifier(SignedEntry signed, Udf inner) {
    if (!signed.identifier().equals(inner)) {
      throw ProfileException.content(
          signed.getClass().getSimpleName(),
          "its Identifier is " + signed.identifier() + ", that of the signed object " + inner);
    }
  }
}
