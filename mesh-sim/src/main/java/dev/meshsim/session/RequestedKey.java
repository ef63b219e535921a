package dev.meshsim.session;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.machine.MachineEdit;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.trust.RequestedOnlineKey;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.udf.Udf;
import java.util.Optional;

/** The online signature key that a machine makes when its device asks to administer. */
final class RequestedKey {

  private RequestedKey() {}

  /**
   * The key of the open request to the account, or a new one. It is on the machine before the
   * request is sent, so that an accepted key is never lost.
   */
  static PublicKey make(SessionContext context, LocalDevice device, AccountName account) {
    MeshMachine machine = context.machine();
    Optional<PublicKey> open =
        machine
            .request(account.toString())
            .map(MachineRecord.Request::signed)
            .filter(signed -> signed.identifier().equals(device.udf()))
            .flatMap(RequestedOnlineKey::of)
            .filter(key -> machine.findPrivateKey(key.udf()).isPresent());
    if (open.isPresent()) {
      return open.get();
    }
    PrivateJwk key =
        MasterKeys.newOnline(machine, device.profile().deviceSignatureKey().jwk().spec());
    machine.edit().putKey(context.dialect(), key).commit();
    return PublicKey.of(context.dialect(), key.publicJwk());
  }

  /** The key by which the device of a request would administer. */
  static Udf of(SignedConnectionRequest request) {
    return Dialect.of(request.identifier()) == Dialect.PORTAL_2017
        ? request.identifier()
        : RequestedOnlineKey.of(request).map(PublicKey::udf).orElse(request.identifier());
  }

  /** Removes the key of a request from the machine, unless the profile lists it. */
  static MachineEdit drop(
      MachineEdit edit, SignedConnectionRequest request, VerifiedPersonalProfile profile) {
    RequestedOnlineKey.of(request)
        .filter(key -> !profile.administeredBy(key.udf()))
        .ifPresent(key -> edit.remove(RecordKind.PRIVATE_KEY, key.udf().text()));
    return edit;
  }
}
