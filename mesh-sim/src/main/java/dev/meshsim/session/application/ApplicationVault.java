package dev.meshsim.session.application;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.JsonWebEncryption;
import dev.meshsim.jose.Jwe;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.EncryptedPart;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.application.ApplicationType;
import dev.meshsim.profile.application.KnownApplicationProfile;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Encryption and decryption of the data that the devices of an application share. */
final class ApplicationVault {

  private ApplicationVault() {}

  /** An application as the portal has it, decrypted. */
  record Opened(ApplicationProfileEntry entry, Parts content, Published published) {

    ApplicationType<?> type() {
      return published.application().kind();
    }
  }

  /**
   * A version of an application as this machine last read or published it.
   *
   * @param application what is signed
   */
  record Published(SignedApplicationProfile signed, KnownApplicationProfile application) {

    Instant updated() {
      return application.updated();
    }

    /** The fingerprints of the keys that the content is encrypted to. */
    List<String> readers() {
      return ApplicationVault.readers(application.sharedPrivate().joseWebEncryption());
    }
  }

  /** Fetches an application and decrypts it with a key of one of this machine's devices. */
  static Opened open(ApplicationOwner owner, Udf udf) {
    return open(
        owner,
        udf,
        (profile, entry) ->
            entry.decryptDevices().stream()
                .map(profile.devices()::get)
                .flatMap(Stream::ofNullable)
                .map(device -> device.deviceEncryptionKey().udf())
                .toList());
  }

  /** Fetches an application and decrypts it with a master escrow key. */
  static Opened openWithEscrowKey(ApplicationOwner owner, Udf udf) {
    return open(
        owner,
        udf,
        (profile, entry) ->
            profile.master().masterEscrowKeys().stream().map(PublicKey::udf).toList());
  }

  /** The fingerprints of keys that may decrypt an application, in order of preference. */
  private interface Candidates {
    List<Udf> keys(VerifiedPersonalProfile profile, ApplicationProfileEntry entry);
  }

  private static Opened open(ApplicationOwner owner, Udf udf, Candidates candidates) {
    VerifiedPersonalProfile profile = owner.refresh();
    ApplicationProfileEntry entry = entry(profile, udf);
    MeshMachine machine = owner.machine();
    Udf key =
        candidates.keys(profile, entry).stream()
            .filter(candidate -> machine.findPrivateKey(candidate).isPresent())
            .findFirst()
            .orElseThrow(() -> ApplicationException.cannotDecrypt(machine.name(), udf));
    SignedApplicationProfile signed = fetch(owner, udf);
    requireListedSigner(owner, entry, signed);
    if (!(owner.verifier().application(signed, profile)
        instanceof KnownApplicationProfile application)) {
      throw ApplicationException.otherType(udf, entry.type());
    }
    owner.requireLater(signed, application.updated());
    // A version made before the device changed its keys is encrypted to a former one.
    Udf used =
        RecipientKeys.of(application).contains(key)
            ? key
            : RecipientKeys.held(machine, application, profile)
                .orElseThrow(() -> ApplicationException.cannotDecrypt(machine.name(), udf));
    Parts parts = read(owner, entry, application, used);
    owner.storeFetched(signed, application.updated());
    return new Opened(entry, parts, new Published(signed, application));
  }

  static Parts read(
      ApplicationOwner owner,
      ApplicationProfileEntry entry,
      KnownApplicationProfile application,
      Udf key) {
    ApplicationContent content =
        new ApplicationContent(application.identifier(), application.kind());
    DeviceParts parts = parts(owner, entry);
    try (SecretBytes text =
        owner
            .verifier()
            .dialect()
            .encryption()
            .decrypt(
                application.sharedPrivate().joseWebEncryption(),
                key,
                owner.machine().privateKey(key))) {
      return new Parts(
          content.read(text, application.kind().content()),
          application.published(),
          content.ownPublic(application, parts),
          content.ownPrivate(application, parts));
    }
  }

  private static DeviceParts parts(ApplicationOwner owner, ApplicationProfileEntry entry) {
    return DeviceParts.of(
        owner.machine(),
        owner.personalProfile(),
        owner.thisDevice().identifier(),
        entry,
        Optional.empty());
  }

  /** The profile's entry of an application. */
  static ApplicationProfileEntry entry(VerifiedPersonalProfile profile, Udf udf) {
    return profile
        .profile()
        .application(udf)
        .orElseThrow(
            () -> ApplicationException.unknownApplication(profile.identifier(), udf.text()));
  }

  /**
   * The version that the portal has.
   *
   * @throws ApplicationException {@code session.application-empty} if it has none; {@code
   *     session.application-withheld} if it has given or taken one before
   */
  static SignedApplicationProfile fetch(ApplicationOwner owner, Udf udf) {
    return find(owner, udf)
        .orElseThrow(
            () ->
                owner.lastAtPortal(udf).isPresent()
                    ? ApplicationException.withheld(udf)
                    : ApplicationException.notPublished(udf));
  }

  /** The version that the portal has, if it has one. */
  static Optional<SignedApplicationProfile> find(ApplicationOwner owner, Udf udf) {
    return PortalRefusedException.ifFound(() -> owner.client().applicationProfile(udf));
  }

  private static List<String> readers(JsonWebEncryption encrypted) {
    return encrypted.recipients().stream().map(ApplicationVault::reader).toList();
  }

  private static String reader(JsonWebEncryption.WrappedKey recipient) {
    JsonNode kid = recipient.header() == null ? null : recipient.header().get("kid");
    return kid == null || !kid.isString() ? "" : kid.stringValue();
  }

  /** The fingerprints of the keys that the next version is encrypted to. */
  static List<String> readers(ApplicationOwner owner, ApplicationProfileEntry entry) {
    return recipients(owner, entry).stream().map(Jwe.Recipient::kid).toList();
  }

  private static List<Jwe.Recipient> recipients(
      ApplicationOwner owner, ApplicationProfileEntry entry) {
    List<Jwe.Recipient> recipients = new ArrayList<>();
    for (Udf device : entry.decryptDevices()) {
      recipients.add(recipient(owner.device(device).deviceEncryptionKey()));
    }
    VerifiedPersonalProfile profile = owner.personalProfile();
    profile.master().masterEscrowKeys().forEach(key -> recipients.add(recipient(key)));
    return recipients;
  }

  static void requireListedSigner(
      ApplicationOwner owner, ApplicationProfileEntry entry, SignedApplicationProfile signed) {
    Udf signer = owner.verifier().dialect().signatures().signer(signed.signedData(), 0);
    if (!entry.adminDevices().contains(signer)) {
      throw ApplicationException.signerRemoved(entry.identifier(), signer);
    }
  }

  /**
   * Encrypts to every device that the entry lists and to the master escrow keys, publishes the
   * version in place of the one last read, and stores it on the machine.
   */
  static Published publish(ApplicationOwner owner, ApplicationState state) {
    return publish(owner, state, owner.timeAfter(state.published().map(Published::updated)));
  }

  /**
   * Publishes a version of a given time.
   *
   * @param at later than the version that it replaces
   */
  static Published publish(ApplicationOwner owner, ApplicationState state, Instant at) {
    ApplicationProfileEntry entry = state.entry();
    Optional<Published> replaced = state.published();
    MeshMachine machine = owner.machine();
    Dialect dialect = owner.verifier().dialect();
    JsonWebEncryption encrypted;
    ApplicationContent content = new ApplicationContent(entry.identifier(), state.type());
    DeviceParts parts = parts(owner, entry);
    Optional<KnownApplicationProfile> before = replaced.map(Published::application);
    try (SecretBytes text = content.write(state.content().shared())) {
      encrypted =
          dialect
              .encryption()
              .encrypt(text, recipients(owner, entry), machine.stream("encrypt:" + entry.type()));
    }
    KnownApplicationProfile application =
        new KnownApplicationProfile(
            state.type(),
            entry.identifier(),
            at,
            content.publicParts(before, parts, state.content()),
            new EncryptedPart(encrypted),
            content.privateParts(before, parts, state.content(), state.contentBase()),
            state.content().published());
    DeviceProfile device = owner.thisDevice();
    Map<String, Object> header =
        ApplicationPublication.header(
            owner.client(), owner.personalProfile(), replaced.map(Published::signed));
    SignedApplicationProfile signed =
        ProfileSigner.application(
            application,
            header,
            machine.privateKey(device.identifier()),
            machine.stream("sign:" + entry.type()));
    ApplicationPublication.send(machine, owner.client(), signed, header, device);
    owner.storePublished(signed);
    return new Published(signed, application);
  }

  private static Jwe.Recipient recipient(PublicKey key) {
    return new Jwe.Recipient(key.udf().text(), key.jwk());
  }
}
