package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Bounds on the result of a query (schema {@code SearchConstraints}).
 *
 * @param notBefore only records added at or after this time
 * @param before only records added before this time
 * @param maxEntries the most entries in the response, 1 or more; the portal's own limit applies too
 * @param maxBytes the most octets of text in the response, 1 or more; the first entry is returned
 *     whatever its length
 * @param pageKey the key that came with the previous page; null for the first page
 */
public record SearchConstraints(
    @JsonProperty("NotBefore") @Nullable Instant notBefore,
    @JsonProperty("Before") @Nullable Instant before,
    @JsonProperty("MaxEntries") @Nullable Integer maxEntries,
    @JsonProperty("MaxBytes") @Nullable Integer maxBytes,
    @JsonProperty("PageKey") @Nullable String pageKey) {}
