package dev.meshsim.profile.application;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.profile.EncryptedPart;
import dev.meshsim.profile.Required;
import dev.meshsim.udf.Udf;
import java.time.Instant;

/**
 * Site passwords (schema {@code PasswordProfile}); the content is {@link PasswordProfilePrivate}.
 */
public record PasswordProfile(
    @JsonProperty("Identifier") Udf identifier,
    @JsonProperty("Updated") Instant updated,
    @JsonProperty("SharedPrivate") EncryptedPart sharedPrivate)
    implements ApplicationProfile {

  /** The tag. */
  public static final String TYPE = "PasswordProfile";

  /** Checks that all members are present. */
  public PasswordProfile {
    Required.required(identifier, "Identifier");
    Required.required(updated, "Updated");
    Required.required(sharedPrivate, "SharedPrivate");
  }

  @Override
  public String type() {
    return TYPE;
  }
}
