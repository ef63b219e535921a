package dev.meshsim.portal.service;

import dev.meshsim.protocol.ConnectCompleteResponse;
import dev.meshsim.protocol.ConnectPendingResponse;
import dev.meshsim.protocol.ConnectStartResponse;
import dev.meshsim.protocol.ConnectStatusResponse;
import dev.meshsim.protocol.CreateResponse;
import dev.meshsim.protocol.DeleteResponse;
import dev.meshsim.protocol.GetResponse;
import dev.meshsim.protocol.HelloResponse;
import dev.meshsim.protocol.MeshResponse;
import dev.meshsim.protocol.PublishResponse;
import dev.meshsim.protocol.StatusResponse;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.protocol.TransferResponse;
import dev.meshsim.protocol.ValidateResponse;

/** The response of each transaction that says no. */
final class Refusals {

  private Refusals() {}

  static MeshResponse of(Transaction transaction, int status, String text) {
    return switch (transaction) {
      case HELLO -> new HelloResponse(status, text, null, null);
      case VALIDATE_ACCOUNT -> new ValidateResponse(status, text, null, null, null, null, null);
      case CREATE_ACCOUNT -> new CreateResponse(status, text);
      case DELETE_ACCOUNT -> new DeleteResponse(status, text);
      case GET -> new GetResponse(status, text, null, null, null);
      case PUBLISH -> new PublishResponse(status, text);
      case STATUS -> new StatusResponse(status, text, null, null, null, null);
      case CONNECT_START -> new ConnectStartResponse(status, text);
      case CONNECT_STATUS -> new ConnectStatusResponse(status, text, null);
      case CONNECT_PENDING -> new ConnectPendingResponse(status, text, null, null);
      case CONNECT_COMPLETE -> new ConnectCompleteResponse(status, text);
      case TRANSFER -> new TransferResponse(status, text, null, null);
    };
  }
}
