package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The response to octets that cannot be read as a request, whose transaction is therefore unknown:
 * status 400 or 413. On the wire its tag is {@code MeshResponse}.
 */
public record ErrorResponse(
    @JsonProperty("Status") int status,
    @JsonProperty("StatusDescription") @Nullable String statusDescription)
    implements MeshResponse {}
