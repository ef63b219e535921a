package dev.meshsim.portal.service;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A portal's own record in the portal log; never sent (schema {@code PortalEntry}). */
public sealed interface PortalEntry {

  /**
   * An account (schema {@code Account}). The record of a deleted account stays, so that the name
   * goes to nobody but the profile that had it; before there was {@link #DELETED}, a deletion
   * deleted the record, and such a name is free.
   *
   * @param modified when it was written last; for a deleted account the time of the deletion
   * @param accountId the name, as {@link AccountName#toString} writes it
   * @param userProfileUdf the identifier of the personal profile bound to it
   * @param status {@link #OPEN} or {@link #DELETED}
   * @param lastSigned when the latest of the signed requests that created or deleted the account
   *     was signed, in milliseconds since 1970; null if none was signed
   * @param lastRequests the digests of those that were signed at that time
   */
  record Account(
      @JsonProperty("Created") Instant created,
      @JsonProperty("Modified") Instant modified,
      @JsonProperty("AccountID") String accountId,
      @JsonProperty("UserProfileUDF") Udf userProfileUdf,
      @JsonProperty("Status") String status,
      @JsonProperty("LastSigned") @Nullable Long lastSigned,
      @JsonProperty("LastRequests") @Nullable List<String> lastRequests)
      implements PortalEntry {

    /** The status of an account in use. */
    public static final String OPEN = "Open";

    /** The status of an account that was deleted. */
    public static final String DELETED = "Deleted";

    /** Copies the list. */
    public Account {
      lastRequests = lastRequests == null ? null : List.copyOf(lastRequests);
    }

    /** True if the account was deleted and not created again. */
    public boolean deleted() {
      return DELETED.equals(status);
    }

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
