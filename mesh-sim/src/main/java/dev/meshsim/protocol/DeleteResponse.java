package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The response to {@link DeleteRequest}.
 *
 * @param receipts the signed receipt of the account's last record, if the request names a
 *     checkpoint of the portal's log; see {@link dev.meshsim.transparency.Receipt}
 */
public record DeleteResponse(
    @JsonProperty("Status") int status,
    @JsonProperty("StatusDescription") @Nullable String statusDescription,
    @JsonProperty("Receipts") @Nullable List<Bytes> receipts)
    implements MeshResponse, WithReceipts {

  /** Copies the list. */
  public DeleteResponse {
    receipts = receipts == null ? null : List.copyOf(receipts);
  }

  /** A response without receipts. */
  public DeleteResponse(int status, @Nullable String statusDescription) {
    this(status, statusDescription, null);
  }

  @Override
  public DeleteResponse with(List<Bytes> signed) {
    return new DeleteResponse(status, statusDescription, signed);
  }

  /** The response to a request that succeeded: status 201. */
  public static DeleteResponse success() {
    return new DeleteResponse(Status.SUCCESS_CREATED, Status.SUCCESS_TEXT);
  }
}
