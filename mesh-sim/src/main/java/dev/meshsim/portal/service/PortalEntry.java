package dev.meshsim.portal.service;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.List;

/** What a portal keeps for itself, in the portal log; never sent (schema {@code PortalEntry}). */
public sealed interface PortalEntry {

  /**
   * An account (schema {@code Account}).
   *
   * @param userProfileUdf the identifier of the personal profile bound to it
   */
  record Account(
      @JsonProperty("Created") Instant created,
      @JsonProperty("Modified") Instant modified,
      @JsonProperty("AccountID") String accountId,
      @JsonProperty("UserProfileUDF") Udf userProfileUdf,
      @JsonProperty("Status") String status)
      implements PortalEntry {

    public static final String OPEN = "Open";

    public static String key(AccountName name) {
      return "Account$" + name;
    }
  }

  /**
   * The open connection requests of a profile (schema {@code ConnectionsPending}).
   *
   * @param received when each request came, in the order of {@code requests}
   */
  record ConnectionsPending(
      @JsonProperty("AccountID") String accountId,
      @JsonProperty("Requests") List<SignedConnectionRequest> requests,
      @JsonProperty("Received") List<Instant> received)
      implements PortalEntry {

    public static String key(Udf profile) {
      return "Pending-" + profile;
    }
  }

  /** Which profile an application belongs to: the first that listed it. */
  record ApplicationOwner(
      @JsonProperty("Created") Instant created,
      @JsonProperty("ApplicationUDF") Udf applicationUdf,
      @JsonProperty("UserProfileUDF") Udf userProfileUdf)
      implements PortalEntry {

    public static String key(Udf application) {
      return "Application-" + application;
    }
  }

  /** The key that an answer to a connection request is kept under. */
  static String resultKey(Udf profile, Udf device) {
    return "Result-" + profile + "-" + device;
  }
}
