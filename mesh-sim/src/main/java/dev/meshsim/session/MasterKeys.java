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
import dev.meshsim.profile.trust.Administrator;
import dev.meshsim.profile.trust.Administrators;
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

  /** The administrator whose key is {@link #online()}. */
  Administrator administrator(Udf device) {
    return Administrator.on(device, PublicKey.of(dialect, online.publicJwk()));
  }

  /** Signs a master profile with these administrators. */
  SignedMasterProfile signMaster(MeshMachine machine, Administrators administrators, Instant at) {
    PublicKey signatureKey = PublicKey.of(dialect, escrowed.masterSignatureKey().publicJwk());
    List<PublicKey> escrowKeys =
        escrowed.masterEscrowKeys().stream()
            .map(k -> PublicKey.of(dialect, k.publicJwk()))
            .toList();
    MasterProfile master =
        new MasterProfile(signatureKey.udf(), at, signatureKey, escrowKeys, administrators.keys());
    return ProfileSigner.master(
        master,
        administrators,
        escrowed.masterSignatureKey(),
        machine.stream("sign:MasterProfile"));
  }

  /** Puts all keys on the machine. */
  void putInto(MachineEdit edit) {
    edit.putKey(dialect, escrowed.masterSignatureKey());
    escrowed.masterEscrowKeys().forEach(key -> edit.putKey(dialect, key));
    edit.putKey(dialect, online);
  }
}
