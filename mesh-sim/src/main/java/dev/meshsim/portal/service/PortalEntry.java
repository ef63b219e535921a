package dev.meshsim.portal.service;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
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
   * @param created when the account was created
   * @param modified when it was written last; for a deleted account the time of the deletion
   * @param accountId the name, {@code user@domain}, in the one form that all spellings have
   * @param userProfileUdf the identifier of the personal profile bound to it
   * @param status {@link #OPEN} or {@link #DELETED}
   * @param lastSigned when the latest of the signed requests that created or deleted the account
   *     was signed, in milliseconds since 1970; null if none was signed
   * @param lastRequests the {@link dev.meshsim.profile.trust.SignedDigest} of each that was signed
   *     at that time
   */
  record Account(
      @JsonProperty("Created") Instant created,
      @JsonProperty("Modified") Instant modified,
      @JsonProperty("AccountID") String accountId,
      @JsonProperty("UserProfileUDF") Udf userProfileUdf,
      @JsonProperty("Status") String status,
      @JsonProperty("LastSigned") @Nullable Long lastSigned,
      @JsonProperty("LastRequests") @Nullable List<Bytes> lastRequests)
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
   * @param accountId the account that the requests are for
   * @param requests the open requests, oldest first
   * @param received when each request came, in the order of {@code requests}
   * @param envelopes the envelopes in which requests came, in dialect {@code portal-2017}; null if
   *     none did, as in records of earlier versions of this program
   */
  record ConnectionsPending(
      @JsonProperty("AccountID") String accountId,
      @JsonProperty("Requests") List<SignedConnectionRequest> requests,
      @JsonProperty("Received") List<Instant> received,
      @JsonProperty("Envelopes") @Nullable List<StartEnvelope> envelopes)
      implements PortalEntry {

    /** The primary key of the record. */
    public static String key(Udf profile) {
      return "Pending-" + profile;
    }
  }

  /**
   * The envelope of a ConnectStart of dialect {@code portal-2017}, whose connection requests have
   * neither time nor salt.
   *
   * @param deviceUdf the device that asks
   * @param digest the {@link dev.meshsim.profile.trust.SignedDigest} of the envelope
   * @param issued the time of signing, in milliseconds since 1970
   */
  record StartEnvelope(
      @JsonProperty("DeviceUDF") Udf deviceUdf,
      @JsonProperty("Digest") Bytes digest,
      @JsonProperty("Issued") long issued) {}

  /**
   * The connection requests of a profile that were answered lately, so that a copy of one does not
   * become pending again.
   *
   * @param answers oldest first
   */
  record Answered(@JsonProperty("Answers") List<Answer> answers) implements PortalEntry {

    /** The primary key of the record. */
    public static String key(Udf profile) {
      return "Answered-" + profile;
    }
  }

  /**
   * An answered connection request.
   *
   * @param deviceUdf the device that asked
   * @param request the {@link dev.meshsim.profile.trust.SignedDigest} of the request
   * @param envelope that of the envelope in which the request came, or null
   * @param issued the time of signing by the device's clock, in milliseconds since 1970; null if
   *     neither request nor envelope has one
   * @param answered when the answer came
   */
  record Answer(
      @JsonProperty("DeviceUDF") Udf deviceUdf,
      @JsonProperty("Request") Bytes request,
      @JsonProperty("Envelope") @Nullable Bytes envelope,
      @JsonProperty("Issued") @Nullable Long issued,
      @JsonProperty("Answered") Instant answered) {}

  /**
   * The owner of an application: the profile that listed it first.
   *
   * @param created when the application was listed first
   * @param applicationUdf the identifier of the application
   * @param userProfileUdf the identifier of the personal profile that owns it
   */
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

  /**
   * The owner of an escrow entry. It stays after the entry is voided, so that its identifier is not
   * used again. Escrow entries that an earlier version of this program stored have none.
   *
   * @param created when the entry was published
   * @param escrowUdf the identifier of the escrow entry
   * @param userProfileUdf the identifier of the personal profile that owns it
   * @param voided when the entry was voided and deleted; null if it was not
   */
  record EscrowOwner(
      @JsonProperty("Created") Instant created,
      @JsonProperty("EscrowUDF") Udf escrowUdf,
      @JsonProperty("UserProfileUDF") Udf userProfileUdf,
      @JsonProperty("Voided") @Nullable Instant voided)
      implements PortalEntry {

    /** The primary key of the record. */
    public static String key(Udf escrow) {
      return "Escrow-" + escrow;
    }

    /** This record once the entry is voided. */
    EscrowOwner voided(Instant at) {
      return new EscrowOwner(created, escrowUdf, userProfileUdf, at);
    }
  }

  /** The primary key of the answer to a connection request, a SignedConnectionResult. */
  static String resultKey(Udf profile, Udf device) {
    return "Result-" + profile + "-" + device;
  }
}
