package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.json.Tagged;
import dev.meshsim.log.DataItem;
import dev.meshsim.profile.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entries found. With {@code Full}, their log records too.
 *
 * @param entries the entries found
 * @param dataItems their log records
 * @param pageKey the key for the next page; absent on the last
 */
public record GetResponse(
    @JsonProperty("Status") int status,
    @JsonProperty("StatusDescription") @Nullable String statusDescription,
    @JsonProperty("Entries") @Tagged @Nullable List<Entry> entries,
    @JsonProperty("DataItems") @Nullable List<DataItem> dataItems,
    @JsonProperty("PageKey") @Nullable String pageKey)
    implements MeshResponse {

  /** Copies the lists. */
  public GetResponse {
    entries = entries == null ? null : List.copyOf(entries);
    dataItems = dataItems == null ? null : List.copyOf(dataItems);
  }

  /** A response with this status and description, and nothing else. */
  public static GetResponse refusal(int status, String description) {
    return new GetResponse(status, description, null, null, null);
  }
}
