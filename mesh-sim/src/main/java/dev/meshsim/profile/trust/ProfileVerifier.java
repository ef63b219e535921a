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
import dev.meshsim.profile.PersonalProfile;
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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/**
 * Verifies signed objects: an object is believed if a key that may sign it has signed it. Algorithm
 * and key always come from objects that are already believed, never from the message. Thread-safe.
 */
public final class ProfileVerifier {

  private final Dialect dialect;
  private final LongAdder verified = new LongAdder();

  /** A verifier of the {@code mesh} dialect. */
  public ProfileVerifier() {
    this(Dialect.MESH);
  }

  /** A verifier of {@code dialect}; objects of other dialects are refused. */
  public ProfileVerifier(Dialect dialect) {
    this.dialect = dialect;
  }

  /** The dialect of the objects. */
  public Dialect dialect() {
    return dialect;
  }

  /** The number of signatures that this verifier has checked, for tests that count work. */
  public long signaturesVerified() {
    return verified.sum();
  }

  /**
   * Believes a device profile: signed by the device signature key in it.
   *
   * @throws ProfileException if it is not signed so
   * @throws JsonException if the payload is not a device profile
   */
  public DeviceProfile device(SignedDeviceProfile signed) {
    DeviceProfile device = payload(signed, DeviceProfile.class);
    sameIdentifier(signed, device.identifier());
    requireDialect(signed, device.deviceAuthenticationKey().udf());
    requireDialect(signed, device.deviceEncryptionKey().udf());
    onlySignedBy(signed, device.deviceSignatureKey());
    return device;
  }

  /** Believes a master profile: signed by the master signature key in it. */
  public MasterProfile master(SignedMasterProfile signed) {
    MasterProfile master = payload(signed, MasterProfile.class);
    sameIdentifier(signed, master.identifier());
    master.masterEscrowKeys().forEach(key -> requireDialect(signed, key.udf()));
    master.onlineSignatureKeys().forEach(key -> requireDialect(signed, key.udf()));
    onlySignedBy(signed, master.masterSignatureKey());
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
    PersonalProfile profile = payload(signed, PersonalProfile.class);
    sameIdentifier(signed, profile.identifier());
    MasterProfile master =
        known
            .filter(k -> k.profile().signedMasterProfile().equals(profile.signedMasterProfile()))
            .map(VerifiedPersonalProfile::master)
            .orElseGet(() -> master(profile.signedMasterProfile()));
    Map<Udf, DeviceProfile> devices = new LinkedHashMap<>();
    for (SignedDeviceProfile device : profile.devices()) {
      devices.put(device.identifier(), knownDevice(known, device).orElseGet(() -> device(device)));
    }
    Set<Udf> signers = new LinkedHashSet<>();
    for (int i = 0; i < signed.signedData().signatures().size(); i++) {
      Map<Udf, DeviceProfile> administrators =
          isOf2016(signed, i, profile, known) ? devices : Map.of();
      signers.add(signedByAdministrator(signed, i, master, administrators));
    }
    if (signers.isEmpty()) {
      throw ProfileException.signature("SignedPersonalProfile", null);
    }
    return new VerifiedPersonalProfile(signed, profile, master, devices, signers);
  }

  /**
   * Believes an application profile of {@code owner}: signed by one of the devices that its entry
   * lists as administrators.
   */
  public ApplicationProfile application(
      SignedApplicationProfile signed, VerifiedPersonalProfile owner) {
    requireDialect(signed, signed.identifier());
    ApplicationProfile application =
        ApplicationProfile.read(dialect, signed.signedData().payload());
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
    return new VerifiedRequest(signed, request, device, RequestSalt.of(signed));
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

  /** Checks one signature of {@code signed}, counting it. */
  public void verify(JsonWebSignature signed, int index, PublicKey key, String object) {
    verified.increment();
    try {
      dialect.signatures().verify(signed, index, key.jwk());
    } catch (MeshException e) {
      throw ProfileException.signature(object, e);
    }
  }

  /**
   * True if a device of the profile may have made this signature, as in 2016. That is allowed only
   * if the master profile is in the form of 2016 too and no version in the later form is known.
   * Otherwise any device could take over a profile that was never, or is no longer, in the form of
   * 2016.
   */
  private boolean isOf2016(
      SignedPersonalProfile signed,
      int index,
      PersonalProfile profile,
      Optional<VerifiedPersonalProfile> known) {
    return isFlattened(signed, index)
        && isFlattened(profile.signedMasterProfile(), 0)
        && known.map(k -> isFlattened(k.signed(), 0)).orElse(true);
  }

  private boolean isFlattened(SignedEntry signed, int index) {
    return !dialect.signatures().coversHeader(signed.signedData(), index);
  }

  private Udf signedByAdministrator(
      SignedPersonalProfile signed,
      int index,
      MasterProfile master,
      Map<Udf, DeviceProfile> administrators) {
    Udf signer = signer(signed, index);
    PublicKey key =
        master
            .onlineSignatureKey(signer)
            .or(() -> Optional.of(master.masterSignatureKey()).filter(k -> k.udf().equals(signer)))
            .or(
                () ->
                    Optional.ofNullable(administrators.get(signer))
                        .map(DeviceProfile::deviceSignatureKey))
            .orElseThrow(
                () ->
                    ProfileException.chain(
                        "SignedPersonalProfile",
                        signer + " is neither an online signature key nor the master key"));
    verify(signed.signedData(), index, key, "SignedPersonalProfile");
    return signer;
  }

  private void onlySignedBy(SignedEntry signed, PublicKey key) {
    String object = signed.getClass().getSimpleName();
    Udf signer = soleSigner(signed);
    if (!signer.equals(key.udf())) {
      throw ProfileException.chain(object, "signed by " + signer + ", not by " + key.udf());
    }
    verify(signed.signedData(), 0, key, object);
  }

  private Udf soleSigner(SignedEntry signed) {
    if (signed.signedData().signatures().size() != 1) {
      throw ProfileException.signature(signed.getClass().getSimpleName(), null);
    }
    return signer(signed, 0);
  }

  private Udf signer(SignedEntry signed, int index) {
    try {
      return dialect.signatures().signer(signed.signedData(), index);
    } catch (JoseException e) {
      throw ProfileException.signature(signed.getClass().getSimpleName(), e);
    }
  }

  private <T> T payload(SignedEntry signed, Class<T> type) {
    requireDialect(signed, signed.identifier());
    return dialect.json().read(signed.signedData().payload(), type);
  }

  private void requireDialect(SignedEntry signed, Udf fingerprint) {
    if (Dialect.of(fingerprint) != dialect) {
      throw ProfileException.content(
          signed.getClass().getSimpleName(),
          fingerprint + " is written in the dialect " + Dialect.of(fingerprint).label());
    }
  }

  private static void sameIdentifier(SignedEntry signed, Udf inner) {
    if (!signed.identifier().equals(inner)) {
      throw ProfileException.content(
          signed.getClass().getSimpleName(),
          "its Identifier is " + signed.identifier() + ", that of the signed object " + inner);
    }
  }

  private static Optional<DeviceProfile> knownDevice(
      Optional<VerifiedPersonalProfile> known, SignedDeviceProfile device) {
    return known
        .filter(k -> k.profile().devices().contains(device))
        .map(k -> k.devices().get(device.identifier()));
  }
}
