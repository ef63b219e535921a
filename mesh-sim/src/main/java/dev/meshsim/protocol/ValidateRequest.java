package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether an account name could be created (transaction ValidateAccount).
 *
 * @param account the name to be checked
 * @param reserve true to hold the name for a while
 * @param language the languages for explanations, the preferred first
 */
public record ValidateRequest(
    @JsonProperty("Account") String account,
    @JsonProperty("Reserve") @Nullable Boolean reserve,
    @JsonProperty("Language") @Nullable List<String> language)
    implements MeshRequest {

  /** Checks that the required members are present. */
  public ValidateRequest {
    if (account == null) {
      throw new IllegalArgumentException("the member Account is required");
    }
    language = language == null ? null : List.copyOf(language);
  }
}
