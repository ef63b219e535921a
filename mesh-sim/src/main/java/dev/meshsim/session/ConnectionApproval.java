package dev.meshsim.session;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.ConnectionResult;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedConnectionResult;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.Administrator;
import dev.meshsim.profile.trust.Administrators;
import dev.meshsim.profile.trust.AnsweredRequest;
import dev.meshsim.profile.trust.ConnectionAuthenticator;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.profile.trust.VerifiedRequest;
import dev.meshsim.protocol.RefusalReason;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lists and answers connection requests, on an administration device. */
final class ConnectionApproval {

  private static final int MOST_ATTEMPTS = 8;

  private ConnectionApproval() {}

  static PendingConnections list(
      SessionContext context,
      MeshClient client,
      VerifiedPersonalProfile profile,
      Supplier<RequestEnvelope.Signer> administrator) {
    List<PendingConnection> pending = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (SignedConnectionRequest signed : client.connectPending(administrator)) {
      try {
        pending.add(believe(context, signed, profile));
      } catch (MeshException e) {
        refused.add(signed.identifier() + ": " + e.problem());
      }
    }
    return new PendingConnections(pending, refused);
  }

  static PendingConnection believe(
      SessionContext context, SignedConnectionRequest signed, VerifiedPersonalProfile profile) {
    VerifiedRequest request = context.verifier().request(signed);
    Udf parent = request.request().parentUdf();
    if (!parent.equals(profile.identifier())) {
      throw SessionException.otherProfile(parent, profile.identifier());
    }
    DeviceProfile listed = profile.devices().get(request.device().identifier());
    if (listed != null && isBefore(request.device(), listed)) {
      throw AdministrationException.outdatedDevice(listed.identifier());
    }
    Udf code = ConnectionAuthenticator.of(request, profile.profile().signedMasterProfile());
    return new PendingConnection(request, code.text());
  }

  private static boolean isBefore(DeviceProfile device, DeviceProfile listed) {
    Instant time = Objects.requireNonNullElse(device.updated(), Instant.MIN);
    return time.isBefore(Objects.requireNonNullElse(listed.updated(), Instant.MIN));
  }

  static ConnectionResult close(
      PersonalSession session,
      SessionContext context,
      PendingConnection pending,
      ConnectionStatus status) {
    boolean accepted = status == ConnectionStatus.ACCEPTED;
    SignedDeviceProfile device = pending.request().request().device();
    SignedPersonalProfile profile = accepted ? withDevice(session, device).signed() : null;
    return answer(session, context, pending, new Answer(status, profile));
  }

  /** Accepts a device as an administrator. */
  static ConnectionResult administrator(
      PersonalSession session,
      SessionContext context,
      PendingConnection pending,
      MasterKeySource masterKey) {
    SignedDeviceProfile device = pending.request().request().device();
    Administrator added = Administrator.on(device.identifier(), onlineKey(pending));
    VerifiedPersonalProfile known = session.refresh();
    session.administrator();
    Administrators listed = Administrators.of(known);
    if (listed.withKey(added.key().udf()).filter(other -> !other.equals(added)).isPresent()) {
      throw AdministrationException.noOnlineKey(
          device.identifier(), "brings the online signature key of another administrator");
    }
    VerifiedPersonalProfile profile =
        listed.all().contains(added) && known.profile().devices().contains(device)
            ? known
            : masterKey.with(
                session,
                context,
                key ->
                    new AdministratorChange(
                            session,
                            context,
                            key,
                            all -> all.with(added),
                            (before, at) -> before.withDevice(device, at))
                        .publish());
    return answer(
        session, context, pending, new Answer(ConnectionStatus.ACCEPTED, profile.signed()));
  }

  private static PublicKey onlineKey(PendingConnection pending) {
    return Dialect.of(pending.deviceUdf()) == Dialect.PORTAL_2017
        ? pending.request().device().deviceSignatureKey()
        : pending
            .request()
            .online()
            .orElseThrow(
                () ->
                    AdministrationException.noOnlineKey(
                        pending.deviceUdf(), "brings no online signature key"));
  }

  /**
   * An administrator's decision.
   *
   * @param profile the published profile, if accepted
   */
  private record Answer(ConnectionStatus status, @Nullable SignedPersonalProfile profile) {}

  /**
   * Answers a request. An acceptance carries the stored profile, which another device may have
   * replaced since; then it is fetched, and the request answered again.
   */
  private static ConnectionResult answer(
      PersonalSession session, SessionContext context, PendingConnection pending, Answer first) {
    SignedDeviceProfile device = pending.request().request().device();
    Answer answer = first;
    for (int attempt = 1; true; attempt++) {
      ConnectionResult result =
          new ConnectionResult(session.udf(), device, answer.status(), answer.profile());
      try {
        send(session, context, pending.request().digest(), result);
        return result;
      } catch (PortalRefusedException e) {
        boolean replaced = e.reason().filter(RefusalReason.UNPUBLISHED::equals).isPresent();
        if (!replaced || answer.profile() == null || attempt == MOST_ATTEMPTS) {
          throw e;
        }
        VerifiedPersonalProfile latest = session.refresh();
        if (!latest.profile().devices().contains(device)) {
          throw e;
        }
        answer = new Answer(answer.status(), latest.signed());
      }
    }
  }

  private static void send(
      PersonalSession session, SessionContext context, Bytes answers, ConnectionResult result) {
    RequestEnvelope.Signer administrator = session.administrator();
    SignedConnectionResult signed =
        ProfileSigner.result(
            result,
            answers,
            session.client().seen(),
            administrator.key(),
            context.machine().stream("sign:ConnectionResult"));
    boolean inResult = context.dialect() == Dialect.MESH;
    session
        .client()
        .connectComplete(
            signed, inResult ? administrator : administrator.with(AnsweredRequest.header(answers)));
  }

  private static VerifiedPersonalProfile withDevice(
      PersonalSession session, SignedDeviceProfile device) {
    VerifiedPersonalProfile known = session.personalProfile();
    if (known.profile().devices().contains(device)) {
      return session.refresh();
    }
    return session.change((profile, at) -> profile.withDevice(device, at));
  }
}
