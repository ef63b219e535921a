package dev.meshsim.sim.oracle;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.dialect.Signatures;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.profile.MasterProfile;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.protocol.CreateRequest;
import dev.meshsim.protocol.PublishRequest;
import dev.meshsim.sim.oracle.fact.DeviceFacts;
import dev.meshsim.sim.oracle.fact.Message;
import dev.meshsim.udf.Udf;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Every version of a personal profile that a machine stores was made by a machine, and its chain
 * holds: the master key signed the master profile, an administrator's key of it or the master key
 * made each signature of the version, and each device signed its device profile.
 */
final class ProfileChainOracle implements Oracle {

  private final Set<Bytes> made = new HashSet<>();
  private final Set<Bytes> verified = new HashSet<>();

  @Override
  public String name() {
    return "profile-chain";
  }

  @Override
  public String law() {
    return "No profile is stored without its chain from the master key, and none that no machine"
        + " has made.";
  }

  @Override
  public Set<Class<? extends SimEvent>> events() {
    return Set.of(SimEvent.Exchanged.class, SimEvent.Received.class, SimEvent.Committed.class);
  }

  @Override
  public void on(SimEvent event, Scene scene, Verdict verdict) {
    if (event instanceof SimEvent.Exchanged exchanged) {
      sent(scene.history().message(exchanged));
    } else if (event instanceof SimEvent.Received received) {
      sent(scene.history().message(received));
    } else if (event instanceof SimEvent.Committed commit) {
      for (MachineChange change : commit.changes()) {
        if (change instanceof MachineChange.Put put
            && put.record() instanceof MachineRecord.Personal personal) {
          stored(commit, personal.signed(), scene, verdict);
        }
      }
    }
  }

  private void sent(Message message) {
    message.asked(CreateRequest.class).ifPresent(create -> made(create.profile()));
    message.asked(PublishRequest.class).ifPresent(publish -> made(publish.entry()));
  }

  private void made(Object entry) {
    if (entry instanceof SignedPersonalProfile signed) {
      made.add(Sha256.of(signed.signedData().payload()));
    }
  }

  private void stored(
      SimEvent.Committed commit, SignedPersonalProfile signed, Scene scene, Verdict verdict) {
    String what = commit.machine() + " has stored a version of " + signed.identifier() + " ";
    Bytes payload = Sha256.of(signed.signedData().payload());
    if (isNew(commit, signed)) {
      made.add(payload);
    }
    if (!made.contains(payload)) {
      verdict.violated(what + "that no machine has made");
    }
    if (verified.add(Sha256.of(scene.dialect().json().write(signed)))) {
      try {
        fault(signed, scene).ifPresent(fault -> verdict.violated(what + fault));
      } catch (MeshException | IllegalArgumentException e) {
        verdict.violated(what + "whose chain cannot be read");
      }
    }
  }

  /** True if the commit has the profile's master key too: the machine has just made the profile. */
  private static boolean isNew(SimEvent.Committed commit, SignedPersonalProfile signed) {
    return commit.changes().stream()
        .filter(MachineChange.Put.class::isInstance)
        .map(MachineChange::key)
        .anyMatch(
            key ->
                key.kind() == RecordKind.PRIVATE_KEY
                    && key.name().equals(signed.identifier().text()));
  }

  /** The link of the chain that does not hold. */
  private static Optional<String> fault(SignedPersonalProfile signed, Scene scene) {
    Dialect dialect = Dialect.of(signed.identifier());
    PersonalProfile profile =
        dialect.json().read(signed.signedData().payload(), PersonalProfile.class);
    JsonWebSignature ofMaster = profile.signedMasterProfile().signedData();
    MasterProfile master = dialect.json().read(ofMaster.payload(), MasterProfile.class);
    Signatures signatures = dialect.signatures();
    if (!profile.identifier().equals(signed.identifier())
        || !master.identifier().equals(signed.identifier())) {
      return Optional.of("whose identifiers differ");
    }
    if (!isSigned(signatures, ofMaster, 0, master.masterSignatureKey())) {
      return Optional.of("whose master profile the master key has not signed");
    }
    for (int i = 0; i < signed.signedData().signatures().size(); i++) {
      Optional<PublicKey> key = signer(signed, i, profile, master, scene);
      if (key.isEmpty() || !isSigned(signatures, signed.signedData(), i, key.get())) {
        return Optional.of("that no administrator's key has signed");
      }
    }
    for (SignedDeviceProfile device : profile.devices()) {
      DeviceFacts facts = scene.history().facts().device(device);
      if (!facts.identifier().equals(device.identifier())
          || !isSigned(signatures, device.signedData(), 0, facts.signatureKey())) {
        return Optional.of("with the device " + device.identifier() + " that did not sign itself");
      }
    }
    return Optional.empty();
  }

  /** The key that may have made a signature; in the form of 2016 that of a device too. */
  private static Optional<PublicKey> signer(
      SignedPersonalProfile signed,
      int index,
      PersonalProfile profile,
      MasterProfile master,
      Scene scene) {
    Signatures signatures = Dialect.of(signed.identifier()).signatures();
    Udf claimed = signatures.signer(signed.signedData(), index);
    if (master.masterSignatureKey().udf().equals(claimed)) {
      return Optional.of(master.masterSignatureKey());
    }
    boolean flattened =
        !signatures.coversHeader(signed.signedData(), index)
            && !signatures.coversHeader(profile.signedMasterProfile().signedData(), 0);
    return master
        .onlineSignatureKey(claimed)
        .or(
            () ->
                profile
                    .device(claimed)
                    .filter(device -> flattened)
                    .map(device -> scene.history().facts().device(device).signatureKey()));
  }

  private static boolean isSigned(
      Signatures signatures, JsonWebSignature signed, int index, PublicKey key) {
    try {
      if (!signatures.signer(signed, index).equals(key.udf())) {
        return false;
      }
      signatures.verify(signed, index, key.jwk());
      return true;
    } catch (MeshException e) {
      return false;
    }
  }
}
