package dev.meshsim.session;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.ConnectionRequest;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.RequestSalt;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.Optional;

/** Posts a connection request of a device of this machine. */
final class ConnectionStart {

  private ConnectionStart() {}

  /**
   * Posts a request.
   *
   * @param administer true to ask to administer the profile too
   */
  static ConnectionAttempt start(
      SessionContext context, LocalDevice device, AccountName account, boolean administer) {
    MeshMachine machine = context.machine();
    Optional<Udf> bound = machine.profileOf(account.toString());
    if (bound.isPresent() && !mayAskAgain(machine, bound.get(), device, administer)) {
      throw SessionException.alreadyBound(machine.name(), account);
    }
    MeshClient client = context.client(account);
    SignedPersonalProfile profile = client.personalProfile();
    VerifiedPersonalProfile verified = context.believe(profile);
    if (bound.filter(known -> !known.equals(profile.identifier())).isPresent()) {
      throw SessionException.profileChanged(account, bound.get(), profile.identifier());
    }
    context.requireNotOlder(account, verified);
    Optional<PublicKey> online =
        administer && context.dialect() == Dialect.MESH
            ? Optional.of(RequestedKey.make(context, device, account))
            : Optional.empty();
    // The salt is drawn only now that the portal has committed itself to a profile.
    RequestSalt salt =
        RequestSalt.fresh(machine.stream("connect:salt"), issued(context, device, account));
    SignedConnectionRequest signed =
        ProfileSigner.request(
            new ConnectionRequest(profile.identifier(), device.signed()),
            salt,
            online,
            client.seen(),
            machine.privateKey(device.udf()),
            machine.stream("sign:ConnectionRequest"));
    MachineRecord.Request request = new MachineRecord.Request(account.toString(), signed, profile);
    ConnectionAttempt attempt = new ConnectionAttempt(context, request);
    try {
      post(context, client, attempt, signed);
    } catch (PortalRefusedException e) {
      RequestedKey.drop(machine.edit(), signed, verified).commit();
      throw e;
    }
    machine.edit().put(request).commit();
    return attempt;
  }

  /** True if a bound machine's device has something to ask for: it is listed, but not as it is. */
  private static boolean mayAskAgain(
      MeshMachine machine, Udf profile, LocalDevice device, boolean administer) {
    return machine
        .personal(profile)
        .flatMap(signed -> listed(signed, device.udf()))
        .filter(listed -> administer || !listed.equals(device.signed()))
        .isPresent();
  }

  private static Optional<SignedDeviceProfile> listed(SignedPersonalProfile signed, Udf device) {
    return Dialect.of(device)
        .json()
        .read(signed.signedData().payload(), PersonalProfile.class)
        .device(device);
  }

  private static void post(
      SessionContext context,
      MeshClient client,
      ConnectionAttempt attempt,
      SignedConnectionRequest signed) {
    if (context.dialect() == Dialect.MESH) {
      client.connectStart(signed);
    } else {
      client.connectStart(signed, attempt.deviceSigner());
    }
  }

  /** The time now, but later than that of this device's open request to the account. */
  private static Instant issued(SessionContext context, LocalDevice device, AccountName account) {
    Instant earlier =
        context
            .machine()
            .request(account.toString())
            .filter(open -> open.signed().identifier().equals(device.udf()))
            .flatMap(open -> RequestSalt.of(open.signed()))
            .map(RequestSalt::issued)
            .orElse(Instant.MIN);
    return earlier.equals(Instant.MIN) ? context.now() : context.laterThan(earlier);
  }
}
