package dev.meshsim.session;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.JsonWebEncryption;
import dev.meshsim.jose.Jwe;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.EncryptedPart;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.application.KnownApplicationProfile;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.ReadersVersion;
import dev.meshsim.profile.trust.ReplacedVersion;
import dev.meshsim.session.application.ApplicationPublication;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Versions of applications that no session would publish, signed by a device of the profile. */
final class RawApplication {

  private RawApplication() {}

  /** Lists an application of any type, which these devices administer and can decrypt. */
  static void list(
      PersonalSession owner, Udf application, String type, PersonalSession... devices) {
    List<Udf> udfs = Stream.of(devices).map(d -> d.thisDevice().identifier()).toList();
    owner.refresh();
    owner.change(
        (profile, at) ->
            profile.withApplication(
                new ApplicationProfileEntry(application, type, null, udfs, udfs), at));
  }

  /** Signs any members. */
  static SignedApplicationProfile signed(
      PersonalSession device, Udf application, String tag, ObjectNode members) {
    Dialect dialect = Dialect.of(application);
    Udf signer = device.thisDevice().identifier();
    Bytes payload = dialect.json().write(tag, members);
    return new SignedApplicationProfile(
        application,
        dialect
            .signatures()
            .sign(
                payload,
                device.context().machine().privateKey(signer),
                signer,
                dialect == Dialect.MESH
                    ? ReadersVersion.header(device.refresh().signed())
                    : Map.of(),
                device.context().machine().stream("test")));
  }

  /** Publishes the first version of an application. */
  static void publish(PersonalSession device, SignedApplicationProfile signed) {
    ApplicationPublication.send(
        device.context().machine(),
        device.client(),
        signed,
        ReadersVersion.header(device.refresh().signed()),
        device.thisDevice());
  }

  /** Publishes a version in place of the stored one. */
  static void publish(PersonalSession device, KnownApplicationProfile next) {
    SignedApplicationProfile stored = device.client().applicationProfile(next.identifier());
    Map<String, Object> header = new LinkedHashMap<>(ReplacedVersion.header(stored));
    header.putAll(ReadersVersion.header(device.refresh().signed()));
    var machine = device.context().machine();
    SignedApplicationProfile signed =
        ProfileSigner.application(
            next,
            header,
            machine.privateKey(device.thisDevice().identifier()),
            machine.stream("test"));
    ApplicationPublication.send(machine, device.client(), signed, header, device.thisDevice());
  }

  /** The stored version with a later time. */
  static KnownApplicationProfile stored(PersonalSession device, Udf application) {
    var profile = device.refresh();
    var read =
        (KnownApplicationProfile)
            device
                .context()
                .verifier()
                .application(device.client().applicationProfile(application), profile);
    Instant later = device.context().laterThan(read.updated());
    return read.with(later, read.sharedPrivate());
  }

  /** A text encrypted to devices. */
  static EncryptedPart encrypted(PersonalSession device, String text, DeviceProfile... readers) {
    return encrypted(
        device,
        text,
        Stream.of(readers).map(DeviceProfile::deviceEncryptionKey).toArray(PublicKey[]::new));
  }

  /** A text encrypted to keys. */
  static EncryptedPart encrypted(PersonalSession device, String text, PublicKey... readers) {
    JsonWebEncryption encrypted =
        device
            .context()
            .dialect()
            .encryption()
            .encrypt(
                SecretBytes.moveFrom(Bytes.utf8(text).toArray()),
                Stream.of(readers)
                    .map(key -> new Jwe.Recipient(key.udf().text(), key.jwk()))
                    .toList(),
                device.context().machine().stream("test"));
    return new EncryptedPart(encrypted);
  }

  /** The version that a machine holds. */
  static Optional<SignedApplicationProfile> held(PersonalSession device, Udf application) {
    return device.context().machine().applications(device.udf()).stream()
        .filter(signed -> signed.identifier().equals(application))
        .findFirst();
  }
}
