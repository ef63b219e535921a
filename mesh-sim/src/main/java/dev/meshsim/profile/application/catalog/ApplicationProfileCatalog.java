package dev.meshsim.profile.application.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The members of a catalogue that everybody can read (schema {@code ApplicationProfileCatalog}).
 *
 * @param accountIdentifier the account that the catalogue belongs to
 * @param personalUdf the identifier of the personal profile that it belongs to
 */
public record ApplicationProfileCatalog(
    @JsonProperty("AccountIdentifier") @Nullable String accountIdentifier,
    @JsonProperty("PersonalUDF") @Nullable String personalUdf) {

  /** A copy with another {@code AccountIdentifier}. */
  public ApplicationProfileCatalog withAccountIdentifier(String accountIdentifier) {
    return new ApplicationProfileCatalog(accountIdentifier, personalUdf);
  }

  /** A copy with another {@code PersonalUDF}. */
  public ApplicationProfileCatalog withPersonalUdf(String personalUdf) {
    return new ApplicationProfileCatalog(accountIdentifier, personalUdf);
  }
}
