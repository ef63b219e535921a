package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much to return of what was found (schema {@code SearchConstraints}).
 *
 * @param notBefore only what was added at or after this time
 * @param before only what was added before this time
 * @param maxEntries at most so many; the portal's own limit holds too
 * @param maxBytes at most so many octets of text, but always at least one entry
 * @param pageKey continue after the page that gave this key
 */
public record SearchConstraints(
    @JsonProperty("NotBefore") @Nullable Instant notBefore,
    @JsonProperty("Before") @Nullable Instant before,
    @JsonProperty("MaxEntries") @Nullable Integer maxEntries,
    @JsonProperty("MaxBytes") @Nullable Integer maxBytes,
    @JsonProperty("PageKey") @Nullable String pageKey) {}
