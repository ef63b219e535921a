package dev.meshsim.session;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.Suite;
import dev.meshsim.machine.MachineEdit;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creates device profiles, and renews their keys. */
final class DeviceMaking {

  private static final String UNKNOWN = "Unknown";

  private DeviceMaking() {}

  /**
   * A device and those of its keys that are not on the machine yet.
   *
   * @param newKeys none if the device is on the machine already
   */
  record Made(LocalDevice device, List<PrivateJwk> newKeys) {

    /** Puts the device and its keys on the machine, if they are not there. */
    void putInto(MachineEdit edit) {
      if (!newKeys.isEmpty()) {
        newKeys.forEach(key -> edit.putKey(Dialect.of(device.udf()), key));
        edit.put(new MachineRecord.Device(device.signed()))
            .putDefaultIfNone(RecordKind.DEVICE, device.udf().text());
      }
    }
  }

  /** Makes the keys and the signed profile, and stores them on the machine. */
  static LocalDevice create(
      SessionContext context, @Nullable String id, @Nullable String description) {
    return stored(context, make(context, id, description));
  }

  private static LocalDevice stored(SessionContext context, Made made) {
    MachineEdit edit = context.machine().edit();
    made.putInto(edit);
    edit.commit();
    return made.device();
  }

  private static Made make(
      SessionContext context, @Nullable String id, @Nullable String description) {
    MeshMachine machine = context.machine();
    Dialect dialect = context.dialect();
    Suite suite = context.suite();
    PrivateJwk signatureKey = machine.generate(suite.signature(), "DeviceSignatureKey");
    PrivateJwk authenticationKey = machine.generate(suite.signature(), "DeviceAuthenticationKey");
    PrivateJwk encryptionKey = machine.generate(suite.encryption(), "DeviceEncryptiontionKey");
    PublicKey publicSignatureKey = PublicKey.of(dialect, signatureKey.publicJwk());
    DeviceProfile profile =
        new DeviceProfile(
            publicSignatureKey.udf(),
            List.of(id == null ? publicSignatureKey.udf().text() : id),
            context.now(),
            description == null ? UNKNOWN : description,
            publicSignatureKey,
            PublicKey.of(dialect, authenticationKey.publicJwk()),
            PublicKey.of(dialect, encryptionKey.publicJwk()));
    SignedDeviceProfile signed =
        ProfileSigner.device(profile, signatureKey, machine.stream("sign:DeviceProfile"));
    return new Made(
        new LocalDevice(machine, signed, profile),
        List.of(signatureKey, authenticationKey, encryptionKey));
  }

  /** The machine's device as {@link #usual}, or a new one that is not stored if it has none. */
  static Made defaultOrMade(SessionContext context) {
    return usual(context)
        .map(device -> new Made(device, List.of()))
        .orElseGet(() -> make(context, null, null));
  }

  /** The devices of the machine with identifiers of the session's dialect. */
  static List<LocalDevice> known(SessionContext context) {
    return context.machine().devices().stream()
        .filter(signed -> isOurs(context, signed.identifier()))
        .map(signed -> local(context, signed))
        .toList();
  }

  /** The default device; the first of {@link #known} if there is none in the session's dialect. */
  static Optional<LocalDevice> usual(SessionContext context) {
    MeshMachine machine = context.machine();
    return machine
        .defaultOf(RecordKind.DEVICE)
        .map(Udf::parse)
        .filter(udf -> isOurs(context, udf))
        .flatMap(machine::device)
        .map(signed -> local(context, signed))
        .or(() -> known(context).stream().findFirst());
  }

  private static boolean isOurs(SessionContext context, Udf identifier) {
    return Dialect.of(identifier) == context.dialect();
  }

  private static LocalDevice local(SessionContext context, SignedDeviceProfile signed) {
    return new LocalDevice(context.machine(), signed, context.verifier().device(signed));
  }

  /**
   * A device of this machine with new authentication and encryption keys, stored on the machine.
   * The signature key stays, and so do the old private keys on the machine. If the machine holds a
   * renewed version that the profile does not list yet, that is returned.
   *
   * @param listed the version that the profile lists
   */
  static LocalDevice renewed(SessionContext context, SignedDeviceProfile listed) {
    MeshMachine machine = context.machine();
    SignedDeviceProfile held = machine.device(listed.identifier()).orElse(listed);
    if (!held.equals(listed)) {
      return local(context, held);
    }
    Dialect dialect = context.dialect();
    DeviceProfile old = context.verifier().device(listed);
    PrivateJwk authenticationKey =
        machine.generate(old.deviceAuthenticationKey().jwk().spec(), "DeviceAuthenticationKey");
    PrivateJwk encryptionKey =
        machine.generate(old.deviceEncryptionKey().jwk().spec(), "DeviceEncryptiontionKey");
    DeviceProfile profile =
        new DeviceProfile(
            old.identifier(),
            old.names(),
            context.laterThan(Objects.requireNonNullElse(old.updated(), Instant.EPOCH)),
            old.description(),
            old.deviceSignatureKey(),
            PublicKey.of(dialect, authenticationKey.publicJwk()),
            PublicKey.of(dialect, encryptionKey.publicJwk()));
    SignedDeviceProfile signed =
        ProfileSigner.device(
            profile, machine.privateKey(old.identifier()), machine.stream("sign:DeviceProfile"));
    return stored(
        context,
        new Made(
            new LocalDevice(machine, signed, profile), List.of(authenticationKey, encryptionKey)));
  }
}
