package dev.meshsim.session;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.JsonWebEncryption;
import dev.meshsim.jose.Jwe;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.EncryptedPart;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.application.ApplicationProfile;
import dev.meshsim.profile.application.PasswordProfile;
import dev.meshsim.profile.application.PasswordProfilePrivate;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Encrypts and decrypts the shared data of applications. */
final class ApplicationVault {

  private ApplicationVault() {}

  /** An application as it was fetched, decrypted. */
  record Opened(ApplicationProfileEntry entry, PasswordProfilePrivate content, Instant updated) {}

  /** Fetches an application and decrypts it with a key of one of this machine's devices. */
  static Opened open(PersonalSession personal, SessionContext context, Udf udf) {
    return open(
        personal,
        context,
        udf,
        (profile, entry) ->
            entry.decryptDevices().stream()
                .map(profile.devices()::get)
                .flatMap(Stream::ofNullable)
                .map(device -> device.deviceEncryptionKey().udf())
                .toList());
  }

  /** Fetches an application and decrypts it with a master escrow key. */
  static Opened openWithEscrowKey(PersonalSession personal, SessionContext context, Udf udf) {
    return open(
        personal,
        context,
        udf,
        (profile, entry) ->
            profile.master().masterEscrowKeys().stream().map(PublicKey::udf).toList());
  }

  private interface Candidates {
    List<Udf> keys(VerifiedPersonalProfile profile, ApplicationProfileEntry entry);
  }

  private static Opened open(
      PersonalSession personal, SessionContext context, Udf udf, Candidates candidates) {
    VerifiedPersonalProfile profile = personal.refresh();
    ApplicationProfileEntry entry =
        profile
            .profile()
            .application(udf)
            .orElseThrow(() -> SessionException.unknownApplication(personal.udf(), udf.text()));
    MeshMachine machine = context.machine();
    Udf key =
        candidates.keys(profile, entry).stream()
            .filter(candidate -> machine.findPrivateKey(candidate).isPresent())
            .findFirst()
            .orElseThrow(() -> SessionException.cannotDecrypt(machine.name(), udf));
    SignedApplicationProfile signed = personal.client().applicationProfile(udf);
    if (!(context.verifier().application(signed, profile) instanceof PasswordProfile application)) {
      throw SessionException.otherType(udf, entry.type());
    }
    refuseOlder(context, personal, application, signed);
    machine.edit().put(new MachineRecord.Application(personal.udf(), signed)).commit();
    return new Opened(
        entry,
        decrypt(context.dialect(), application, key, machine.privateKey(key)),
        application.updated());
  }

  private static void refuseOlder(
      SessionContext context,
      PersonalSession personal,
      ApplicationProfile application,
      SignedApplicationProfile signed) {
    for (SignedApplicationProfile known : context.machine().applications(personal.udf())) {
      if (known.identifier().equals(signed.identifier())) {
        ApplicationProfile before =
            ApplicationProfile.read(context.dialect(), known.signedData().payload());
        if (application.updated().isBefore(before.updated())) {
          throw SessionException.rollback(signed.identifier());
        }
      }
    }
  }

  private static PasswordProfilePrivate decrypt(
      Dialect dialect, PasswordProfile application, Udf key, PrivateJwk jwk) {
    try (SecretBytes text =
        dialect.encryption().decrypt(application.sharedPrivate().joseWebEncryption(), key, jwk)) {
      byte[] octets = text.expose();
      try {
        return dialect.json().read(Bytes.of(octets), PasswordProfilePrivate.class);
      } finally {
        Arrays.fill(octets, (byte) 0);
      }
    }
  }

  /** Encrypts to every device that the entry lists and to the master escrow keys, and publishes. */
  static void publish(
      PersonalSession personal,
      SessionContext context,
      VerifiedPersonalProfile profile,
      ApplicationProfileEntry entry,
      PasswordProfilePrivate content,
      Instant at) {
    List<Jwe.Recipient> recipients = new ArrayList<>();
    for (Udf device : entry.decryptDevices()) {
      recipients.add(recipient(device(profile, device).deviceEncryptionKey()));
    }
    profile.master().masterEscrowKeys().forEach(key -> recipients.add(recipient(key)));
    MeshMachine machine = context.machine();
    JsonWebEncryption encrypted;
    try (SecretBytes text =
        SecretBytes.moveFrom(context.dialect().json().write(content).toArray())) {
      encrypted =
          context
              .dialect()
              .encryption()
              .encrypt(text, recipients, machine.stream("encrypt:" + entry.type()));
    }
    PasswordProfile application =
        new PasswordProfile(entry.identifier(), at, new EncryptedPart(encrypted));
    SignedApplicationProfile signed =
        ProfileSigner.application(
            application,
            machine.privateKey(personal.thisDevice().identifier()),
            machine.stream("sign:" + entry.type()));
    personal.client().publish(signed);
    machine.edit().put(new MachineRecord.Application(personal.udf(), signed)).commit();
  }

  private static DeviceProfile device(VerifiedPersonalProfile profile, Udf device) {
    DeviceProfile found = profile.devices().get(device);
    if (found == null) {
      throw SessionException.unknownDevice(profile.identifier(), device);
    }
    return found;
  }

  private static Jwe.Recipient recipient(PublicKey key) {
    return new Jwe.Recipient(key.udf().text(), key.jwk());
  }
}
