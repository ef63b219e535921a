package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import dev.meshsim.transparency.LogQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for entries by account, by identifier or by index terms.
 *
 * @param identifier the identifier of the entry
 * @param account the account whose profile is asked for
 * @param keyValues the index terms of the entries
 * @param searchConstraints bounds on the result
 * @param multiple true for all entries that match, rather than the first
 * @param full true for the log records of the entries too
 * @param log asks for the proof from the portal's log that the one entry is the latest: the JSON of
 *     a {@link dev.meshsim.transparency.LogQuery}; null for none
 */
public record GetRequest(
    @JsonProperty("Identifier") @Nullable String identifier,
    @JsonProperty("Account") @Nullable String account,
    @JsonProperty("KeyValues") @Nullable List<KeyValue> keyValues,
    @JsonProperty("SearchConstraints") @Nullable SearchConstraints searchConstraints,
    @JsonProperty("Multiple") @Nullable Boolean multiple,
    @JsonProperty("Full") @Nullable Boolean full,
    @JsonProperty("Log") @Nullable Bytes log)
    implements MeshRequest {

  /** A request without a proof. */
  public GetRequest(
      @Nullable String identifier,
      @Nullable String account,
      @Nullable List<KeyValue> keyValues,
      @Nullable SearchConstraints searchConstraints,
      @Nullable Boolean multiple,
      @Nullable Boolean full) {
    this(identifier, account, keyValues, searchConstraints, multiple, full, null);
  }

  /** This request with a proof and, to check it, the log records. */
  public GetRequest with(LogQuery query) {
    return new GetRequest(
        identifier, account, keyValues, searchConstraints, multiple, true, MeshJson.write(query));
  }

  /** Copies the lists. */
  public GetRequest {
    keyValues = keyValues == null ? null : List.copyOf(keyValues);
  }
}
