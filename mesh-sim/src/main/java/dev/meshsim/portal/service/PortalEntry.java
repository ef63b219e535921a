package dev.meshsim.portal.service;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.List;

/** A portal's own record in the portal log; never sent (schema {@code PortalEntry}). */
public sealed interface PortalEntry {

  /**
   * An account (schema {@code Account}). Deleting the account deletes the record.
   *
   * @param accountId the name, as {@link AccountName#toString} writes it
   * @param userProfileUdf the identifier of the personal profile bound to it
   * @param status {@link #OPEN}
   */
  record Account(
      @JsonProperty("Created") Instant created,
      @JsonProperty("Modified") Instant modified,
      @JsonProperty("AccountID") String accountId,
      @JsonProperty("UserProfileUDF") Udf userProfileUdf,
      @JsonProperty("Status") String status)
      implements PortalEntry {

    /** The status of every account that this portal writes. */
    public static final String OPEN = "Open";

    /** The primary key of the record. */
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

    /** The primary key of the record. */
    public static String key(Udf profile) {
      return "Pending-" + profile;
    }
  }

  /** The owner of an application: the profile that listed it first. */
  record ApplicationOwner(
      @JsonProperty("Created") Instant created,
      @JsonProperty("ApplicationUDF") Udf applicationUdf,
      @JsonProperty("UserProfileUDF") Udf userProfileUdf)
      implements PortalEntry {

    /** The primary key of the record. */
    public static String key(Udf application) {
      return "Application-" + application;
    }
  }

  /** The primary key of the answer to a connection request, a SignedConnectionResult. */
  static String resultKey(Udf profile, Udf device) {
    return "Result-" + profile + "-" + device;
  }
}
