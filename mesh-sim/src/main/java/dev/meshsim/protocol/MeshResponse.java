package dev.meshsim.protocol;

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
}
