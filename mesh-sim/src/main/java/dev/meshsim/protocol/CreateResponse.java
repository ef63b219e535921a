package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The response to {@link CreateRequest}.
 *
 * @param receipts the signed receipts of the records that were written, if the request names a
 *     checkpoint of the portal's log; see {@link dev.meshsim.transparency.Receipt}
 */
public record CreateResponse(
    @JsonProperty("Status") int status,
    @JsonProperty("StatusDescription") @Nullable String statusDescription,
    @JsonProperty("Receipts") @Nullable List<Bytes> receipts)
    implements MeshResponse, WithReceipts {

  /** Copies the list. */
  public CreateResponse {
    receipts = receipts == null ? null : List.copyOf(receipts);
  }

  /** A response without receipts. */
  public CreateResponse(int status, @Nullable String statusDescription) {
    this(status, statusDescription, null);
  }

  @Override
  public CreateResponse with(List<Bytes> signed) {
    return new CreateResponse(status, statusDescription, signed);
  }

  /** The response to a request that succeeded: status 201. */
  public static CreateResponse success() {
    return new CreateResponse(Status.SUCCESS_CREATED, Status.SUCCESS_TEXT);
  }
}
