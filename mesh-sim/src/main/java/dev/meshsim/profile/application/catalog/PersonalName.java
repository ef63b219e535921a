package dev.meshsim.profile.application.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A person's name (schema {@code PersonalName}).
 *
 * @param first the given name
 * @param last the family name
 * @param middle the member {@code Midle}, as the schema spells it
 */
public record PersonalName(
    @JsonProperty("First") @Nullable String first,
    @JsonProperty("Last") @Nullable String last,
    @JsonProperty("Midle") @Nullable String middle) {}
