package dev.meshsim.protocol;

import org.jspecify.annotations.Nullable;

/** A response of the portal protocol: a status, and what was asked for. */
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

  /** What the status means here, for a person. */
  @Nullable String statusDescription();
}
