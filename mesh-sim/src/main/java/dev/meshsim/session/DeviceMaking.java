package dev.meshsim.session;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.Suite;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.udf.Udf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates device profiles. */
final class DeviceMaking {

  private static final String UNKNOWN = "Unknown";

  private DeviceMaking() {}

  /** Makes the keys and the signed profile, and stores them on the machine. */
  static LocalDevice create(
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
    machine
        .edit()
        .putKey(dialect, signatureKey)
        .putKey(dialect, authenticationKey)
        .putKey(dialect, encryptionKey)
        .put(new MachineRecord.Device(signed))
        .putDefaultIfNone(RecordKind.DEVICE, profile.identifier().text())
        .commit();
    return new LocalDevice(machine, signed, profile);
  }

  /** The machine's default device, or a new one if it has none. */
  static LocalDevice defaultOrNew(SessionContext context) {
    MeshMachine machine = context.machine();
    return machine
        .defaultOf(RecordKind.DEVICE)
        .flatMap(name -> machine.device(Udf.parse(name)))
        .map(signed -> new LocalDevice(machine, signed, context.verifier().device(signed)))
        .orElseGet(() -> create(context, null, null));
  }
}
