package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.DataItem;
import dev.meshsim.transparency.TransferAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Log records in the order they were written.
 *
 * @param dataItems the log records
 * @param pageKey the key for the next page; absent on the last
 * @param log the proofs that the records are in the log, if they were asked for: the JSON of a
 *     {@link TransferAnswer}
 */
public record TransferResponse(
    @JsonProperty("Status") int status,
    @JsonProperty("StatusDescription") @Nullable String statusDescription,
    @JsonProperty("DataItems") @Nullable List<DataItem> dataItems,
    @JsonProperty("PageKey") @Nullable String pageKey,
    @JsonProperty("Log") @Nullable Bytes log)
    implements MeshResponse {

  /** Copies the lists. */
  public TransferResponse {
    dataItems = dataItems == null ? null : List.copyOf(dataItems);
  }

  /** A response without proofs. */
  public TransferResponse(
      int status,
      @Nullable String statusDescription,
      @Nullable List<DataItem> dataItems,
      @Nullable String pageKey) {
    this(status, statusDescription, dataItems, pageKey, null);
  }

  /** The response with a page of records and their proofs: status 201. */
  public static TransferResponse proved(
      List<DataItem> page, @Nullable String pageKey, TransferAnswer answer) {
    return new TransferResponse(
        Status.SUCCESS_CREATED, Status.SUCCESS_TEXT, page, pageKey, answer.json());
  }

  /** A response with this status and description, and nothing else. */
  public static TransferResponse refusal(int status, String description) {
    return new TransferResponse(status, description, null, null);
  }
}
