package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the name could be created, and the rules for names.
 *
 * @param valid true if the name could be created
 * @param minimum the shortest name, in characters
 * @param maximum the longest name, in characters
 * @param invalidCharacters the characters that a name may not have
 * @param reason why the name could not be created
 */
public record ValidateResponse(
    @JsonProperty("Status") int status,
    @JsonProperty("StatusDescription") @Nullable String statusDescription,
    @JsonProperty("Valid") @Nullable Boolean valid,
    @JsonProperty("Minimum") @Nullable Integer minimum,
    @JsonProperty("Maximum") @Nullable Integer maximum,
    @JsonProperty("InvalidCharacters") @Nullable String invalidCharacters,
    @JsonProperty("Reason") @Nullable String reason)
    implements MeshResponse {

  /**
   * The answer to a question about a name, with the rules for names.
   *
   * @param objection the reason why the name cannot be created, or empty if it can
   */
  public static ValidateResponse of(Optional<NameObjection> objection, NameLanguage language) {
    return new ValidateResponse(
        Status.SUCCESS_CREATED,
        Status.SUCCESS_TEXT,
        objection.isEmpty(),
        AccountName.MINIMUM,
        AccountName.MAXIMUM,
        AccountName.INVALID_CHARACTERS,
        objection.map(why -> why.in(language)).orElse(null));
  }

  /** A response with this status and description, and nothing else. */
  public static ValidateResponse refusal(int status, String description) {
    return new ValidateResponse(status, description, null, null, null, null, null);
  }
}
