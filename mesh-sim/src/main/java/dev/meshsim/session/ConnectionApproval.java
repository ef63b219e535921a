package dev.meshsim.session;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.profile.ConnectionResult;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedConnectionResult;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.AnsweredRequest;
import dev.meshsim.profile.trust.ConnectionAuthenticator;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.profile.trust.VerifiedRequest;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.udf.Udf;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Lists and answers connection requests, on an administration device. */
final class ConnectionApproval {

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

  private static PendingConnection believe(
      SessionContext context, SignedConnectionRequest signed, VerifiedPersonalProfile profile) {
    VerifiedRequest request = context.verifier().request(signed);
    Udf parent = request.request().parentUdf();
    if (!parent.equals(profile.identifier())) {
      throw SessionException.otherProfile(parent, profile.identifier());
    }
    Udf code = ConnectionAuthenticator.of(request, profile.profile().signedMasterProfile());
    return new PendingConnection(request, code.text());
  }

  static ConnectionResult close(
      PersonalSession session,
      SessionContext context,
      PendingConnection pending,
      ConnectionStatus status) {
    SignedDeviceProfile device = pending.request().request().device();
    boolean accepted = status == ConnectionStatus.ACCEPTED;
    SignedPersonalProfile profile = accepted ? withDevice(session, device).signed() : null;
    ConnectionResult result = new ConnectionResult(session.udf(), device, status, profile);
    Bytes answers = pending.request().digest();
    RequestEnvelope.Signer administrator = session.administrator();
    SignedConnectionResult signed =
        ProfileSigner.result(
            result,
            answers,
            administrator.key(),
            context.machine().stream("sign:ConnectionResult"));
    boolean inResult = context.dialect() == Dialect.MESH;
    session
        .client()
        .connectComplete(
            signed, inResult ? administrator : administrator.with(AnsweredRequest.header(answers)));
    return result;
  }

  private static VerifiedPersonalProfile withDevice(
      PersonalSession session, SignedDeviceProfile device) {
    VerifiedPersonalProfile known = session.personalProfile();
    if (known.devices().containsKey(device.identifier())) {
      return session.refresh();
    }
    return session.change((profile, at) -> profile.withDevice(device, at));
  }
}
