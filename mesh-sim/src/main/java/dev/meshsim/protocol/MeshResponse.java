package dev.meshsim.protocol;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A response of the portal protocol: a status and, on success, the result. */
public sealed interface MeshResponse
    permits HelloResponse,
        ValidateResponse,
        CreateResponse,
        DeleteResponse,
        GetResponse,
        PublishResponse,
        StatusResponse,
        ConnectStartResponse,
        ConnectStatusResponse,
        ConnectPendingResponse,
        ConnectCompleteResponse,
        TransferResponse,
        ErrorResponse {

  /** One of the codes in {@link Status}. */
  int status();

  /** The status in words, for a person; null if the portal gave none. */
  @Nullable String statusDescription();

  /** The reason of a refusal; empty if the portal gave none that is known here. */
  default Optional<RefusalReason> refusalReason() {
    return Optional.empty();
  }
}
