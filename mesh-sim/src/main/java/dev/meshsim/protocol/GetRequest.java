package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for entries by account, by identifier or by index terms. */
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
