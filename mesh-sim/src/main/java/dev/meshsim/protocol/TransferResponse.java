package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.log.DataItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Log records in the order they were written.
 *
 * @param dataItems the log records
 * @param pageKey the key for the next page; absent on the last
 */
public record TransferResponse(
    @JsonProperty("Status") int status,
    @JsonProperty("StatusDescription") @Nullable String statusDescription,
    @JsonProperty("DataItems") @Nullable List<DataItem> dataItems,
    @JsonProperty("PageKey") @Nullable String pageKey)
    implements MeshResponse {

  /** Copies the lists. */
  public TransferResponse {
    dataItems = dataItems == null ? null : List.copyOf(dataItems);
  }

  /** A response with this status and description, and nothing else. */
  public static TransferResponse refusal(int status, String description) {
    return new TransferResponse(status, description, null, null);
  }
}
