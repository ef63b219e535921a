package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request that could not be dispatched: not JSON, not a request, or the portal
 * failed. On the wire its tag is {@code MeshResponse}.
 */
public record ErrorResponse(
    @JsonProperty("Status") int status,
    @JsonProperty("StatusDescription") @Nullable String statusDescription)
    implements MeshResponse {}
