package dev.meshsim.fuzz;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.portal.Exchange;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.profile.OfflineEscrowEntry;
import dev.meshsim.profile.SignedEntry;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.ConnectCompleteRequest;
import dev.meshsim.protocol.ConnectStartRequest;
import dev.meshsim.protocol.ConnectStatusRequest;
import dev.meshsim.protocol.CreateRequest;
import dev.meshsim.protocol.GetRequest;
import dev.meshsim.protocol.MeshRequest;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.PublishRequest;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.World;
import java.util.function.UnaryOperator;

/** The call of a client's method that made a request. */
final class ClientCall {

  private ClientCall() {}

  /** The call that makes the request of {@code exchange}, at a portal that answers otherwise. */
  static Runnable of(
      WholeFlow flow,
      Exchange exchange,
      RequestEnvelope.Signer signer,
      UnaryOperator<Bytes> answer) {
    MeshClient client =
        new MeshClient(
            World.seeded(3),
            "m",
            new Saying(flow.dialect(), answer),
            AccountName.parse(WholeFlow.ALICE));
    MeshRequest request = MessageCodec.readRequest(flow.dialect(), exchange.request());
    return () -> call(client, request, signer);
  }

  private static void call(MeshClient client, MeshRequest request, RequestEnvelope.Signer signer) {
    switch (Transaction.of(request)) {
      case HELLO -> client.hello();
      case STATUS -> client.status();
      case VALIDATE_ACCOUNT -> client.validate();
      case CREATE_ACCOUNT ->
          client.create((SignedPersonalProfile) ((CreateRequest) request).profile(), signer);
      case DELETE_ACCOUNT -> client.delete(signer);
      case GET -> get(client, (GetRequest) request);
      case PUBLISH -> {
        if (((PublishRequest) request).entry() instanceof OfflineEscrowEntry escrow) {
          client.publish(escrow, signer);
        } else {
          client.publish((SignedEntry) ((PublishRequest) request).entry());
        }
      }
      case CONNECT_START -> client.connectStart(((ConnectStartRequest) request).signedRequest());
      case CONNECT_STATUS ->
          client.connectStatus(Udf.parse(((ConnectStatusRequest) request).deviceId()), signer);
      case CONNECT_PENDING -> client.connectPending(() -> signer);
      case CONNECT_COMPLETE ->
          client.connectComplete(((ConnectCompleteRequest) request).result(), signer);
      case TRANSFER -> client.transfer(null, signer);
    }
  }

  private static void get(MeshClient client, GetRequest request) {
    if (request.keyValues() != null) {
      client.get(request);
    } else if (request.account() != null) {
      client.personalProfile();
    } else {
      client.escrowEntry(Udf.parse(request.identifier()));
    }
  }
}
