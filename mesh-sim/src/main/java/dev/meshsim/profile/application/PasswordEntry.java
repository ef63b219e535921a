package dev.meshsim.profile.application;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.json.AtLeastOne;
import dev.meshsim.profile.Required;
import java.util.List;

/**
 * One user name and password (schema {@code PasswordEntry}).
 *
 * @param sites the sites it is for; {@code *.example.com} is a wildcard
 * @param username the user name; upper and lower case differ
 * @param password the password; upper and lower case differ
 */
public record PasswordEntry(
    @JsonProperty("Sites") @AtLeastOne List<String> sites,
    @JsonProperty("Username") String username,
    @Confidential @JsonProperty("Password") String password) {

  /** Checks that all members are present, with at least one site. */
  public PasswordEntry {
    sites = Required.list(sites);
    Required.required(username, "Username");
    Required.required(password, "Password");
    if (sites.isEmpty()) {
      throw new IllegalArgumentException("a password entry names at least one site");
    }
  }

  /** Sites and user name; never the password. */
  @Override
  public String toString() {
    return "PasswordEntry[" + sites + ", " + username + "]";
  }
}
