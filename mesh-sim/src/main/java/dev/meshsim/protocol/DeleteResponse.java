package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** The response to {@link DeleteRequest}. */
public record DeleteResponse(
    @JsonProperty("Status") int status,
    @JsonProperty("StatusDescription") @Nullable String statusDescription)
    implements MeshResponse {

  /** The response to a request that succeeded: status 201. */
  public static DeleteResponse success() {
    return new DeleteResponse(Status.SUCCESS_CREATED, Status.SUCCESS_TEXT);
  }
}
