package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Whether the name could be created, and the rules for names. */
public record ValidateResponse(
    @JsonProperty("Status") int status,
    @JsonProperty("StatusDescription") @Nullable String statusDescription,
    @JsonProperty("Valid") @Nullable Boolean valid,
    @JsonProperty("Minimum") @Nullable Integer minimum,
    @JsonProperty("Maximum") @Nullable Integer maximum,
    @JsonProperty("InvalidCharacters") @Nullable String invalidCharacters,
    @JsonProperty("Reason") @Nullable String reason)
    implements MeshResponse {
  /** A response with this status and description, and nothing else. */
  public static ValidateResponse refusal(int status, String description) {
    return new ValidateResponse(status, description, null, null, null, null, null);
  }
}
