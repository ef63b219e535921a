package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.profile.SignedConnectionRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The open requests, oldest first.
 *
 * @param pending the open requests, oldest first
 * @param pageKey the key for the next page; absent on the last
 */
public record ConnectPendingResponse(
    @JsonProperty("Status") int status,
    @JsonProperty("StatusDescription") @Nullable String statusDescription,
    @JsonProperty("Pending") @Nullable List<SignedConnectionRequest> pending,
    @JsonProperty("PageKey") @Nullable String pageKey)
    implements MeshResponse {

  /** Copies the lists. */
  public ConnectPendingResponse {
    pending = pending == null ? null : List.copyOf(pending);
  }

  /** A response with this status and description, and nothing else. */
  public static ConnectPendingResponse refusal(int status, String description) {
    return new ConnectPendingResponse(status, description, null, null);
  }
}
