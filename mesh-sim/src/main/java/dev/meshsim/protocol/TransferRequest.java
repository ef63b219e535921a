package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the log records of the requester's own entries; needs an administrator.
 *
 * @param searchConstraints bounds on the result
 */
public record TransferRequest(
    @JsonProperty("SearchConstraints") @Nullable SearchConstraints searchConstraints)
    implements MeshRequest {}
