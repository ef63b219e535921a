package dev.meshsim.profile.application.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Octets with their media type (schema {@code TypedData}): where an entry came from.
 *
 * @param contentType the media type
 * @param data the octets
 */
public record TypedData(
    @JsonProperty("ContentType") @Nullable String contentType,
    @JsonProperty("Data") @Nullable Bytes data) {}
