package dev.meshsim.session;

import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.profile.ConnectionRequest;
import dev.meshsim.profile.ConnectionResult;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedConnectionResult;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.ConnectionAuthenticator;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.ConnectStatusResponse;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.udf.Udf;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A device's request to be connected, on the machine of that device (developer-08 section 6.9). */
public final class ConnectionAttempt {

  private static final Duration INTERVAL = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final SessionContext context;
  private final MachineRecord.Request request;
  private final AccountName account;

  ConnectionAttempt(SessionContext context, MachineRecord.Request request) {
    this.context = context;
    this.request = request;
    this.account = AccountName.parse(request.account());
  }

  static ConnectionAttempt start(SessionContext context, LocalDevice device, AccountName account) {
    MeshMachine machine = context.machine();
    if (machine.profileOf(account.toString()).isPresent()) {
      throw SessionException.alreadyBound(machine.name(), account);
    }
    MeshClient client = context.client(account);
    SignedPersonalProfile profile = client.personalProfile();
    context.believe(profile);
    SignedConnectionRequest signed =
        ProfileSigner.request(
            new ConnectionRequest(profile.identifier(), device.signed()),
            machine.privateKey(device.udf()),
            machine.stream("sign:ConnectionRequest"));
    MachineRecord.Request request = new MachineRecord.Request(account.toString(), signed, profile);
    client.connectStart(signed);
    machine.edit().put(request).commit();
    return new ConnectionAttempt(context, request);
  }

  /** The code to show. The administration device must show an equal one. */
  public String authenticator() {
    return ConnectionAuthenticator.of(deviceUdf(), profileUdf()).text();
  }

  /** The device that asks. */
  public Udf deviceUdf() {
    return request.signed().identifier();
  }

  /** The identifier of the profile that the account had when the request was made. */
  public Udf profileUdf() {
    return request.profile().identifier();
  }

  /**
   * Waits for the answer, asking every five seconds for five minutes.
   *
   * @throws ConnectionRefusedException if the device was rejected
   * @throws ConnectionTimeoutException if nobody answered; the request stays open
   */
  public PersonalSession await() {
    Instant end = context.world().now().plus(PATIENCE);
    Optional<PersonalSession> session = poll();
    while (session.isEmpty()) {
      if (!context.world().now().isBefore(end)) {
        throw new ConnectionTimeoutException(deviceUdf(), account, PATIENCE);
      }
      context.world().pause(INTERVAL);
      session = poll();
    }
    return session.get();
  }

  /**
   * Asks once.
   *
   * @return the session on the profile, or empty while the request is pending
   * @throws ConnectionRefusedException if the device was rejected
   */
  public Optional<PersonalSession> poll() {
    ConnectStatusResponse response =
        context.client(account).connectStatus(deviceUdf(), deviceSigner());
    return Optional.ofNullable(response.result()).map(this::finish);
  }

  private RequestEnvelope.Signer deviceSigner() {
    MeshMachine machine = context.machine();
    SignedDeviceProfile device =
        machine
            .device(deviceUdf())
            .orElseThrow(() -> SessionException.notConnected(machine.name(), profileUdf()));
    Udf key = context.verifier().device(device).deviceAuthenticationKey().udf();
    return new RequestEnvelope.Signer(key, machine.privateKey(key), machine.stream("sign:request"));
  }

  private PersonalSession finish(SignedConnectionResult answer) {
    VerifiedPersonalProfile known = context.believe(request.profile());
    ConnectionResult claimed =
        context.dialect().json().read(answer.signedData().payload(), ConnectionResult.class);
    VerifiedPersonalProfile current = current(known, claimed);
    ConnectionResult result = context.verifier().result(answer, current.master());
    if (!result.parentUdf().equals(profileUdf())
        || !result.device().identifier().equals(deviceUdf())) {
      throw SessionException.profileChanged(account, profileUdf(), result.parentUdf());
    }
    if (result.result() != ConnectionStatus.ACCEPTED) {
      context.machine().edit().remove(RecordKind.REQUEST, account.toString()).commit();
      throw new ConnectionRefusedException(deviceUdf(), account);
    }
    if (!current.devices().containsKey(deviceUdf())) {
      throw SessionException.unknownDevice(profileUdf(), deviceUdf());
    }
    context
        .machine()
        .edit()
        .put(new MachineRecord.Personal(current.signed()))
        .put(new MachineRecord.Account(account.toString(), profileUdf()))
        .putDefaultIfNone(RecordKind.PERSONAL, profileUdf().text())
        .putDefaultIfNone(RecordKind.ACCOUNT, account.toString())
        .remove(RecordKind.REQUEST, account.toString())
        .commit();
    return new PersonalSession(context, account, profileUdf());
  }

  /**
   * The profile whose keys verify the answer. An acceptance brings it; a rejection does not, so it
   * is fetched. Its identifier must be the one that was shown to the person.
   */
  private VerifiedPersonalProfile current(VerifiedPersonalProfile known, ConnectionResult claimed) {
    SignedPersonalProfile newer =
        claimed.profile() instanceof SignedPersonalProfile brought
            ? brought
            : context.client(account).personalProfile();
    if (!newer.identifier().equals(known.identifier())) {
      throw SessionException.profileChanged(account, known.identifier(), newer.identifier());
    }
    VerifiedPersonalProfile verified = context.believe(newer);
    if (verified.profile().updated().isBefore(known.profile().updated())) {
      throw SessionException.rollback(known.identifier());
    }
    return verified;
  }
}
