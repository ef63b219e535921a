package dev.meshsim.protocol;

import dev.meshsim.bytes.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A response that may have receipts of the records that the request has written. */
public sealed interface WithReceipts
    permits CreateResponse,
        DeleteResponse,
        PublishResponse,
        ConnectStartResponse,
        ConnectCompleteResponse {

  /** The signed receipts; null if there are none. */
  @Nullable List<Bytes> receipts();

  /** This response with receipts. */
  MeshResponse with(List<Bytes> signed);
}
