package dev.meshsim.session;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.JsonWebEncryption;
import dev.meshsim.jose.Jwe;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.EncryptedPart;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.application.ApplicationProfile;
import dev.meshsim.profile.application.KnownApplicationProfile;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.session.application.ApplicationPublication;
import dev.meshsim.session.application.DeviceParts;
import dev.meshsim.session.application.RecipientKeys;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Publishes the applications of a profile anew with the same content, when the stored version has a
 * signer or a reader that it should no longer have. Each application is a publication of its own;
 * one that needs nothing is left as it is, so that a repeated call does what is missing.
 */
final class ApplicationRenewal {

  private static final int ATTEMPTS = 3;

  private final PersonalSession session;
  private final SessionContext context;
  private final Udf self;
  private boolean published;

  ApplicationRenewal(PersonalSession session, SessionContext context) {
    this.session = session;
    this.context = context;
    this.self = session.thisDevice().identifier();
  }

  /**
   * Signs with this machine's device every application whose stored version {@code removed} has
   * signed. This device becomes an administration device of such an application. It encrypts the
   * content without {@code removed} if it can decrypt it, and signs it as it is if not. An
   * application of a type that is not registered is left as it is.
   *
   * @param before a version of the profile that lists {@code removed}
   */
  void takeOver(Udf removed, VerifiedPersonalProfile before) {
    for (ApplicationProfileEntry entry : entries()) {
      repeated(() -> takeOver(entry.identifier(), removed, before));
    }
  }

  private void takeOver(Udf application, Udf removed, VerifiedPersonalProfile before) {
    Optional<SignedApplicationProfile> stored =
        stored(application).filter(version -> signer(version).equals(removed));
    if (stored.isPresent()
        && context.verifier().application(stored.get(), before)
            instanceof KnownApplicationProfile known) {
      administer(application);
      Set<Udf> kept = keysOf(application, Optional.of(removed));
      if (!entry(application).decryptDevices().contains(self)
          || !encryptAnew(stored.get(), known, kept, Optional.of(removed))) {
        publish(stored.get(), resigned(stored.get(), known));
      }
    }
  }

  /**
   * Encrypts anew every application that this machine's device administers and can decrypt, and
   * whose stored version is encrypted to a key that no reader of it has any more, or lacks one.
   *
   * @return true if any was published
   */
  boolean encryptForReaders() {
    published = false;
    for (ApplicationProfileEntry entry : entries()) {
      if (entry.adminDevices().contains(self) && entry.decryptDevices().contains(self)) {
        repeated(() -> encryptForReaders(entry));
      }
    }
    return published;
  }

  private void encryptForReaders(ApplicationProfileEntry entry) {
    Udf application = entry.identifier();
    Optional<SignedApplicationProfile> stored =
        stored(application).filter(version -> entry.adminDevices().contains(signer(version)));
    if (stored.isPresent()
        && context.verifier().application(stored.get(), session.personalProfile())
            instanceof KnownApplicationProfile known) {
      Set<Udf> wanted = keysOf(application, Optional.empty());
      if (!RecipientKeys.of(known).equals(wanted)
          || !parts(application, Optional.empty()).isRenewed(known)) {
        encryptAnew(stored.get(), known, wanted, Optional.empty());
      }
    }
  }

  /** Makes this machine's device an administration device of an application. */
  private void administer(Udf application) {
    if (!entry(application).adminDevices().contains(self)) {
      session.change(
          (profile, at) ->
              profile
                  .application(application)
                  .map(entry -> profile.withApplication(entry.withAdministrator(self), at))
                  .orElse(profile));
    }
  }

  /**
   * Publishes the content, encrypted to the given keys of the profile; false if this machine cannot
   * decrypt it.
   */
  private boolean encryptAnew(
      SignedApplicationProfile stored,
      KnownApplicationProfile content,
      Set<Udf> readers,
      Optional<Udf> removed) {
    Optional<Udf> key = RecipientKeys.held(context.machine(), content, session.personalProfile());
    if (key.isEmpty()) {
      return false;
    }
    PrivateJwk privateKey = context.machine().privateKey(key.get());
    List<Jwe.Recipient> recipients = new ArrayList<>();
    allKeys().stream()
        .filter(candidate -> readers.contains(candidate.udf()))
        .forEach(reader -> recipients.add(new Jwe.Recipient(reader.udf().text(), reader.jwk())));
    JsonWebEncryption encrypted;
    try (SecretBytes text =
        context
            .dialect()
            .encryption()
            .decrypt(content.sharedPrivate().joseWebEncryption(), key.get(), privateKey)) {
      encrypted =
          context
              .dialect()
              .encryption()
              .encrypt(text, recipients, context.machine().stream("encrypt:" + content.type()));
    }
    SignedApplicationProfile signed =
        ProfileSigner.application(
            parts(content.identifier(), removed)
                .renewed(content)
                .with(after(content), new EncryptedPart(encrypted)),
            header(stored),
            deviceKey(),
            context.machine().stream("sign:" + content.type()));
    publish(stored, signed);
    return true;
  }

  private DeviceParts parts(Udf application, Optional<Udf> removed) {
    return DeviceParts.of(
        context.machine(), session.personalProfile(), self, entry(application), removed);
  }

  private SignedApplicationProfile resigned(
      SignedApplicationProfile stored, ApplicationProfile content) {
    return ProfileSigner.application(
        stored,
        after(content),
        header(stored),
        deviceKey(),
        context.machine().stream("sign:" + content.type()));
  }

  private void publish(SignedApplicationProfile stored, SignedApplicationProfile next) {
    ApplicationPublication.send(
        context.machine(), session.client(), next, header(stored), session.thisDevice());
    session.store(next);
    published = true;
  }

  private Map<String, Object> header(SignedApplicationProfile stored) {
    return ApplicationPublication.header(
        session.client(), session.personalProfile(), Optional.of(stored));
  }

  private Instant after(ApplicationProfile content) {
    return context.laterThan(content.updated());
  }

  private PrivateJwk deviceKey() {
    return context.machine().privateKey(self);
  }

  private List<ApplicationProfileEntry> entries() {
    return session.personalProfile().profile().applications();
  }

  private ApplicationProfileEntry entry(Udf application) {
    return session.personalProfile().profile().application(application).orElseThrow();
  }

  /** The keys that may decrypt an application: those of its devices and the escrow keys. */
  private Set<Udf> keysOf(Udf application, Optional<Udf> removed) {
    VerifiedPersonalProfile profile = session.personalProfile();
    Set<Udf> keys = new LinkedHashSet<>();
    for (Udf device : entry(application).decryptDevices()) {
      DeviceProfile reader = profile.devices().get(device);
      if (reader != null && removed.filter(device::equals).isEmpty()) {
        keys.add(reader.deviceEncryptionKey().udf());
      }
    }
    profile.master().masterEscrowKeys().forEach(key -> keys.add(key.udf()));
    return keys;
  }

  private List<PublicKey> allKeys() {
    VerifiedPersonalProfile profile = session.personalProfile();
    List<PublicKey> keys = new ArrayList<>();
    profile.devices().values().forEach(device -> keys.add(device.deviceEncryptionKey()));
    keys.addAll(profile.master().masterEscrowKeys());
    return keys;
  }

  private Udf signer(SignedApplicationProfile version) {
    return context.dialect().signatures().signer(version.signedData(), 0);
  }

  /** The stored version, or empty if only the entry was published. */
  private Optional<SignedApplicationProfile> stored(Udf application) {
    return stored(session, application);
  }

  /** The stored version of an application, or empty if only the entry was published. */
  static Optional<SignedApplicationProfile> stored(PersonalSession session, Udf application) {
    return PortalRefusedException.ifFound(() -> session.client().applicationProfile(application));
  }

  /** Does work again from the start if another device has published in the meantime. */
  private void repeated(Runnable work) {
    for (int attempt = 1; true; attempt++) {
      try {
        work.run();
        return;
      } catch (PortalRefusedException e) {
        if (!e.isConflict() || attempt == ATTEMPTS) {
          throw e;
        }
        session.refresh();
      }
    }
  }
}
