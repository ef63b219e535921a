package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
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
 */
public record GetRequest(
    @JsonProperty("Identifier") @Nullable String identifier,
    @JsonProperty("Account") @Nullable String account,
    @JsonProperty("KeyValues") @Nullable List<KeyValue> keyValues,
    @JsonProperty("SearchConstraints") @Nullable SearchConstraints searchConstraints,
    @JsonProperty("Multiple") @Nullable Boolean multiple,
    @JsonProperty("Full") @Nullable Boolean full)
    implements MeshRequest {

  /** Copies the lists. */
  public GetRequest {
    keyValues = keyValues == null ? null : List.copyOf(keyValues);
  }
}
