package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import dev.meshsim.json.Tagged;
import dev.meshsim.log.DataItem;
import dev.meshsim.profile.Entry;
import dev.meshsim.transparency.LogAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entries found. With {@code Full}, their log records too. A reader who has said in the {@code
 * Log} of the request which record of the entry it has, and has the latest, gets the proof alone.
 *
 * @param entries the entries found
 * @param dataItems their log records
 * @param pageKey the key for the next page; absent on the last
 * @param log the proof of the entry's latest record, if it was asked for and there is a log: the
 *     JSON of a {@link dev.meshsim.transparency.LogAnswer}
 */
public record GetResponse(
    @JsonProperty("Status") int status,
    @JsonProperty("StatusDescription") @Nullable String statusDescription,
    @JsonProperty("Entries") @Tagged @Nullable List<Entry> entries,
    @JsonProperty("DataItems") @Nullable List<DataItem> dataItems,
    @JsonProperty("PageKey") @Nullable String pageKey,
    @JsonProperty("Log") @Nullable Bytes log)
    implements MeshResponse {

  /** Copies the lists. */
  public GetResponse {
    entries = entries == null ? null : List.copyOf(entries);
    dataItems = dataItems == null ? null : List.copyOf(dataItems);
  }

  /** A response without a proof. */
  public GetResponse(
      int status,
      @Nullable String statusDescription,
      @Nullable List<Entry> entries,
      @Nullable List<DataItem> dataItems,
      @Nullable String pageKey) {
    this(status, statusDescription, entries, dataItems, pageKey, null);
  }

  /** This response with the record of its one entry as the log has it. */
  public GetResponse with(DataItem record) {
    return new GetResponse(status, statusDescription, entries, List.of(record), pageKey, log);
  }

  /** True if it has a proof, and neither an entry nor a record. */
  public boolean hasProofOnly() {
    return log != null && entries == null && dataItems == null;
  }

  /** This response with a record and its entry, which the reader has. */
  public GetResponse with(Entry entry, DataItem record) {
    return new GetResponse(
        status, statusDescription, List.of(entry), List.of(record), pageKey, log);
  }

  /** This response with a proof. */
  public GetResponse with(LogAnswer answer) {
    return new GetResponse(
        status, statusDescription, entries, dataItems, pageKey, MeshJson.write(answer));
  }

  /** A response with this status and description, and nothing else. */
  public static GetResponse refusal(int status, String description) {
    return new GetResponse(status, description, null, null, null);
  }
}
