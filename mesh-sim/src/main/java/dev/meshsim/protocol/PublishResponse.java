package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The response to {@link PublishRequest}.
 *
 * @param receipts the signed receipts of the records that were written, if the request names a
 *     checkpoint of the portal's log; see {@link dev.meshsim.transparency.Receipt}
 */
public record PublishResponse(
    @JsonProperty("Status") int status,
    @JsonProperty("StatusDescription") @Nullable String statusDescription,
    @JsonProperty("Receipts") @Nullable List<Bytes> receipts)
    implements MeshResponse, WithReceipts {

  /** Copies the list. */
  public PublishResponse {
    receipts = receipts == null ? null : List.copyOf(receipts);
  }

  /** A response without receipts. */
  public PublishResponse(int status, @Nullable String statusDescription) {
    this(status, statusDescription, null);
  }

  @Override
  public PublishResponse with(List<Bytes> signed) {
    return new PublishResponse(status, statusDescription, signed);
  }

  /** The response to a request that succeeded: status 201. */
  public static PublishResponse success() {
    return new PublishResponse(Status.SUCCESS_CREATED, Status.SUCCESS_TEXT);
  }
}
