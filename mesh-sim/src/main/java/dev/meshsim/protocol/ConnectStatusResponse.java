package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.profile.SignedConnectionResult;
import org.jspecify.annotations.Nullable;

/**
 * The result; absent while the request is pending.
 *
 * @param result the answer of an administrator
 */
public record ConnectStatusResponse(
    @JsonProperty("Status") int status,
    @JsonProperty("StatusDescription") @Nullable String statusDescription,
    @JsonProperty("Result") @Nullable SignedConnectionResult result)
    implements MeshResponse {
  /** A response with this status and description, and nothing else. */
  public static ConnectStatusResponse refusal(int status, String description) {
    return new ConnectStatusResponse(status, description, null);
  }
}
