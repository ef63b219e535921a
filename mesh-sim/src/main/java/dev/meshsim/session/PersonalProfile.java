package dev.meshsim.session;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.Suite;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.profile.SignedMasterProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.Administrators;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A new personal profile, not yet bound to an account (developer-08 section 6.5): its master keys,
 * made on the machine of its first device, and its signed form.
 */
public final class PersonalProfile {

  private final MeshMachine machine;
  private final MasterKeys keys;
  private final SignedPersonalProfile signed;

  /** Makes a profile whose first device is {@code device}, with keys of the device's own suite. */
  public PersonalProfile(LocalDevice device) {
    this(device, suiteOf(device));
  }

  /** Makes a profile whose first device is {@code device}, with keys of the given suite. */
  public PersonalProfile(LocalDevice device, Suite suite) {
    this.machine = device.machine();
    Dialect dialect = Dialect.of(device.udf());
    this.keys = MasterKeys.generate(machine, dialect, suite);
    Instant now = dialect.cut(machine.world().now());
    Administrators first = new Administrators(List.of(keys.administrator(device.udf())));
    SignedMasterProfile master = keys.signMaster(machine, first, now);
    this.signed =
        ProfileSigner.personal(
            new dev.meshsim.profile.PersonalProfile(
                keys.identifier(), now, master, List.of(device.signed()), List.of()),
            List.of(keys.online()),
            machine.stream("sign:PersonalProfile"));
  }

  private static Suite suiteOf(LocalDevice device) {
    KeySpec signature = device.profile().deviceSignatureKey().jwk().spec();
    KeySpec encryption = device.profile().deviceEncryptionKey().jwk().spec();
    return Arrays.stream(Suite.values())
        .filter(suite -> suite.signature() == signature && suite.encryption() == encryption)
        .findFirst()
        .orElseThrow();
  }

  /** The identifier: the fingerprint of the master signature key. */
  public Udf udf() {
    return keys.identifier();
  }

  /** The signed form, as it is published when the account is created. */
  public SignedPersonalProfile signed() {
    return signed;
  }

  MeshMachine machine() {
    return machine;
  }

  MasterKeys keys() {
    return keys;
  }

  /** {@code PersonalProfile[identifier]}. */
  @Override
  public String toString() {
    return "PersonalProfile[" + udf() + "]";
  }
}
