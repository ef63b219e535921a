package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** The answer to {@link DeleteRequest}. */
public record DeleteResponse(
    @JsonProperty("Status") int status,
    @JsonProperty("StatusDescription") @Nullable String statusDescription)
    implements MeshResponse {

  /** The answer with the meaning of success. */
  public static DeleteResponse success() {
    return new DeleteResponse(Status.SUCCESS_CREATED, Status.SUCCESS_TEXT);
  }
}
