package dev.meshsim.portal.service;

import dev.meshsim.log.Change;
import dev.meshsim.log.OptimisticTransactions;
import dev.meshsim.profile.trust.ProfileLimits;
import dev.meshsim.profile.trust.VerificationWork;
import dev.meshsim.protocol.Transaction;

/**
 * The limits of requests, checked before anything is verified, and the upper bound of the work for
 * each transaction that follows from them. Those of the signed objects are in {@link
 * ProfileLimits}.
 */
public final class RequestLimits {

  /** The most octets of a request: an entry, in base64 once more if the request is signed. */
  public static final int REQUEST_OCTETS = 6 * 1024 * 1024;

  /** The most members and elements of a request, not counted those of payloads in base64. */
  public static final int REQUEST_PARTS = 16_384;

  /** The most octets of an entry: what a record of a log holds and a response returns. */
  public static final int ENTRY_OCTETS = Change.TEXT_OCTETS;

  /** The most octets of a connection request; the open ones of a profile share one record. */
  public static final int CONNECTION_REQUEST_OCTETS = 32 * 1024;

  /** The most open connection requests that a portal's policy may allow for one account. */
  public static final int PENDING = 64;

  /** The most {@code KeyValues} of a Get. */
  public static final int KEY_VALUES = 16;

  /** The most characters of an identifier, of a key or a value of a Get, and of a page key. */
  public static final int TEXT_CHARS = 1024;

  /** The most characters of a response's description. */
  public static final int DESCRIPTION_CHARS = 1024;

  /** How often a store runs the work of one transaction, at most. */
  private static final int RUNS = OptimisticTransactions.FREE_ATTEMPTS + 1;

  /** The fewest members and elements of a key. */
  private static final int KEY_PARTS = 8;

  /** Work for a personal profile that is not known yet, sent or stored. */
  private static final VerificationWork PROFILE =
      new VerificationWork(
          ProfileLimits.SIGNATURES + 1 + ProfileLimits.DEVICES,
          ProfileLimits.KEYS_PARTS / KEY_PARTS + 3 * ProfileLimits.DEVICES,
          (ProfileLimits.SIGNATURES + 1L) * ENTRY_OCTETS,
          2L * ENTRY_OCTETS);

  /** Work for the signature of a request and one more signature, in each run. */
  private static final VerificationWork SIGNED =
      new VerificationWork(2L * RUNS, 3L * RUNS, 2L * RUNS * REQUEST_OCTETS, RUNS * ENTRY_OCTETS);

  /** Work for a signed request of an account, whose stored profile is read for the first time. */
  private static final VerificationWork STORED = PROFILE.plus(SIGNED);

  private RequestLimits() {}

  /**
   * The most work for one request of {@code transaction}, whatever it holds. The stored profile of
   * the account is counted too: a portal verifies it when it reads it for the first time.
   */
  public static VerificationWork mostWork(Transaction transaction) {
    return switch (transaction) {
      case HELLO, STATUS, VALIDATE_ACCOUNT, GET -> VerificationWork.NONE;
      case CREATE_ACCOUNT, PUBLISH -> STORED.plus(PROFILE);
      case DELETE_ACCOUNT,
          TRANSFER,
          CONNECT_START,
          CONNECT_STATUS,
          CONNECT_PENDING,
          CONNECT_COMPLETE ->
          STORED;
    };
  }
}
