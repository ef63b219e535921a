package dev.meshsim.session;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.machine.MachineEdit;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.profile.ConnectionResult;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.profile.SignedConnectionResult;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.AnsweredRequest;
import dev.meshsim.profile.trust.ConnectionAuthenticator;
import dev.meshsim.profile.trust.SignedDigest;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.profile.trust.VerifiedRequest;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.ConnectStatusResponse;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.udf.Udf;
import java.util.Optional;

/** A device's request to be connected, on the machine of that device (developer-08 section 6.9). */
public final class ConnectionAttempt {

  private final SessionContext context;
  private final MachineRecord.Request request;
  private final AccountName account;

  ConnectionAttempt(SessionContext context, MachineRecord.Request request) {
    this.context = context;
    this.request = request;
    this.account = AccountName.parse(request.account());
  }

  /**
   * The code to show. The administration device must show an equal one.
   *
   * @throws dev.meshsim.profile.ProfileException if an earlier version of this program made the
   *     request, without a salt; connect anew
   */
  public String authenticator() {
    VerifiedPersonalProfile shown = context.believe(request.profile());
    VerifiedRequest verified = context.verifier().request(request.signed());
    return ConnectionAuthenticator.of(verified, shown.profile().signedMasterProfile()).text();
  }

  /** The account whose profile the device asks to be connected to. */
  public String account() {
    return account.toString();
  }

  /** The device that asks. */
  public Udf deviceUdf() {
    return request.signed().identifier();
  }

  /** The identifier of the profile that the account had when the request was made. */
  public Udf profileUdf() {
    return request.profile().identifier();
  }

  /** Waits for the answer with {@link Patience#DEFAULT}; see {@link #await(String, Patience)}. */
  public PersonalSession await(String comparedCode) {
    return await(comparedCode, Patience.DEFAULT);
  }

  /**
   * Waits for the answer.
   *
   * @param comparedCode the code that the administration device shows for this request, as a person
   *     has read or typed it, whole, in any case and with or without dashes
   * @param patience how long to wait, and how often to ask the portal
   * @throws SessionException {@code session.codes-differ} if it is not {@link #authenticator()};
   *     {@code session.other-answer} or {@code session.other-master} as {@link #poll}; {@code
   *     session.interrupted} as soon as the thread is interrupted, which it stays. The request
   *     stays open
   * @throws ConnectionRefusedException if the device was rejected
   * @throws ConnectionTimeoutException if nobody answered; the request stays open
   */
  public PersonalSession await(String comparedCode, Patience patience) {
    requireEqual(comparedCode);
    return awaitUncompared(patience);
  }

  /** Waits with {@link Patience#DEFAULT}; see {@link #awaitUncompared(Patience)}. */
  public PersonalSession awaitUncompared() {
    return awaitUncompared(Patience.DEFAULT);
  }

  /**
   * Waits as {@link #await(String, Patience)} does although nobody has compared the codes: whoever
   * controls the portal may have answered with a profile of his own. For devices that cannot show a
   * code.
   */
  public PersonalSession awaitUncompared(Patience patience) {
    return patience.await(
        context.world(),
        this::pollUncompared,
        (waited, asked) -> new ConnectionTimeoutException(deviceUdf(), account, waited, asked),
        (waited, asked) -> SessionException.interrupted(deviceUdf(), account, waited));
  }

  /**
   * Asks once. The answer must be signed by an online key of the profile, name the digest of this
   * request, and bring the master profile that the code was made for. In dialect {@code
   * portal-2017} an answer names no request: there a portal can give the device an old rejection
   * again.
   *
   * @param comparedCode as for {@link #await}
   * @return the session on the profile, or empty while the request is pending
   * @throws SessionException {@code session.codes-differ}; {@code session.other-answer} if it is
   *     the answer to another request; {@code session.other-master} if the master profile is
   *     another. The request stays open
   * @throws ConnectionRefusedException if the device was rejected
   */
  public Optional<PersonalSession> poll(String comparedCode) {
    requireEqual(comparedCode);
    return pollUncompared();
  }

  /** Asks once although nobody has compared the codes; see {@link #awaitUncompared}. */
  public Optional<PersonalSession> pollUncompared() {
    ConnectStatusResponse response =
        context.client(account).connectStatus(deviceUdf(), deviceSigner());
    return Optional.ofNullable(response.result()).map(this::finish);
  }

  private void requireEqual(String comparedCode) {
    if (!ConnectionAuthenticator.matches(authenticator(), comparedCode)) {
      throw SessionException.codesDiffer(deviceUdf());
    }
  }

  RequestEnvelope.Signer deviceSigner() {
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
    requireThisRequest(answer);
    if (result.result() != ConnectionStatus.ACCEPTED) {
      RequestedKey.drop(context.machine().edit(), request.signed(), current)
          .remove(RecordKind.REQUEST, account.toString())
          .commit();
      throw new ConnectionRefusedException(deviceUdf(), account);
    }
    if (!current.devices().containsKey(deviceUdf())) {
      throw SessionException.unknownDevice(profileUdf(), deviceUdf());
    }
    AtPortals portals = new AtPortals(context.machine(), profileUdf());
    MachineEdit edit = RequestedKey.drop(context.machine().edit(), request.signed(), current);
    portals.bind(edit, account, current.signed(), laterOfHeld(current));
    edit.putDefaultIfNone(RecordKind.PERSONAL, profileUdf().text())
        .putDefaultIfNone(RecordKind.ACCOUNT, account.toString())
        .remove(RecordKind.REQUEST, account.toString())
        .commit();
    return new PersonalSession(context, account, profileUdf());
  }

  /** The version that the machine holds if it is later than {@code current}. */
  private SignedPersonalProfile laterOfHeld(VerifiedPersonalProfile current) {
    return context
        .machine()
        .personal(profileUdf())
        .map(context::believe)
        .filter(held -> held.profile().updated().isAfter(current.profile().updated()))
        .orElse(current)
        .signed();
  }

  private void requireThisRequest(SignedConnectionResult answer) {
    Optional<Bytes> own = Optional.of(SignedDigest.of(request.signed()));
    if (context.dialect() == Dialect.MESH && !AnsweredRequest.of(answer).equals(own)) {
      throw SessionException.otherAnswer(account, deviceUdf());
    }
  }

  /**
   * The profile whose keys verify the answer. An acceptance brings it; a rejection does not, so it
   * is fetched. Its master profile must be the one that the code was made for, or a later one that
   * lists the key by which this device would administer; the rest may be newer.
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
    if (!masterDigest(verified).equals(masterDigest(known))
        && !makesAdministrator(known, verified)) {
      throw SessionException.otherMaster(account, known.identifier());
    }
    if (verified.profile().updated().isBefore(known.profile().updated())) {
      throw SessionException.rollback(known.identifier());
    }
    return verified;
  }

  private boolean makesAdministrator(VerifiedPersonalProfile known, VerifiedPersonalProfile newer) {
    return newer.master().updated().isAfter(known.master().updated())
        && newer.administeredBy(RequestedKey.of(request.signed()));
  }

  private static Bytes masterDigest(VerifiedPersonalProfile profile) {
    return SignedDigest.of(profile.profile().signedMasterProfile());
  }
}
