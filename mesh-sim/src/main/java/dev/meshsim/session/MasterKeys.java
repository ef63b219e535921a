package dev.meshsim.session;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.Suite;
import dev.meshsim.machine.MachineEdit;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.profile.EscrowedKeySet;
import dev.meshsim.profile.MasterProfile;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.SignedMasterProfile;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.List;

/**
 * The private keys of a master profile.
 *
 * @param dialect the dialect of the profile
 * @param escrowed the master signature key and the master escrow keys, which an escrow entry holds
 * @param online the online signature key of one administration device
 */
record MasterKeys(Dialect dialect, EscrowedKeySet escrowed, PrivateJwk online) {

  static MasterKeys generate(MeshMachine machine, Dialect dialect, Suite suite) {
    PrivateJwk signature = machine.generate(suite.signature(), "MasterSignatureKey");
    PrivateJwk escrow = machine.generate(suite.encryption(), "MasterEscrowKey");
    return new MasterKeys(
        dialect,
        new EscrowedKeySet(signature, List.of(escrow)),
        newOnline(machine, suite.signature()));
  }

  static PrivateJwk newOnline(MeshMachine machine, KeySpec spec) {
    return machine.generate(spec, "OnlineSignatureKey");
  }

  Udf identifier() {
    return dialect.fingerprint(escrowed.masterSignatureKey().publicJwk());
  }

  /** Signs a master profile whose only online signature key is {@link #online()}. */
  SignedMasterProfile signMaster(MeshMachine machine, Instant at) {
    PublicKey signatureKey = PublicKey.of(dialect, escrowed.masterSignatureKey().publicJwk());
    MasterProfile master =
        new MasterProfile(
            signatureKey.udf(),
            at,
            signatureKey,
            escrowed.masterEscrowKeys().stream()
                .map(k -> PublicKey.of(dialect, k.publicJwk()))
                .toList(),
            List.of(PublicKey.of(dialect, online.publicJwk())));
    return ProfileSigner.master(
        master, escrowed.masterSignatureKey(), machine.stream("sign:MasterProfile"));
  }

  /** Puts all keys on the machine. */
  void putInto(MachineEdit edit) {
    edit.putKey(dialect, escrowed.masterSignatureKey());
    escrowed.masterEscrowKeys().forEach(key -> edit.putKey(dialect, key));
    edit.putKey(dialect, online);
  }
}
