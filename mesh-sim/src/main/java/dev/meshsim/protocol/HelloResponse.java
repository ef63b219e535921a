package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The protocol versions and encodings of the portal. */
public record HelloResponse(
    @JsonProperty("Status") int status,
    @JsonProperty("StatusDescription") @Nullable String statusDescription,
    @JsonProperty("Version") @Nullable Version version,
    @JsonProperty("Alternates") @Nullable List<Version> alternates)
    implements MeshResponse {

  /** Copies the lists. */
  public HelloResponse {
    alternates = alternates == null ? null : List.copyOf(alternates);
  }

  /** A response with this status and description, and nothing else. */
  public static HelloResponse refusal(int status, String description) {
    return new HelloResponse(status, description, null, null);
  }
}
