package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** The answer to {@link ConnectCompleteRequest}. */
public record ConnectCompleteResponse(
    @JsonProperty("Status") int status,
    @JsonProperty("StatusDescription") @Nullable String statusDescription)
    implements MeshResponse {

  /** The answer with the meaning of success. */
  public static ConnectCompleteResponse success() {
    return new ConnectCompleteResponse(Status.SUCCESS_CREATED, Status.SUCCESS_TEXT);
  }
}
