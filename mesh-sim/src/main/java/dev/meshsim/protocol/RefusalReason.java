package dev.meshsim.protocol;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reason of a refusal as a program reads it: the member {@code StatusReason} of a response. The
 * wire name is the constant's in lower case with hyphens, for example {@code too-large}; it is
 * never reworded. A client that meets a name that it does not know goes by the status.
 */
public enum RefusalReason {
  /** The request is not one of the protocol, or a part of it is not as the protocol says. */
  MALFORMED(Status.BAD_REQUEST),
  /** The request, or an object in it, is larger than the portal reads. */
  TOO_LARGE(Status.TOO_LARGE),
  /** A text is not an account name. */
  BAD_NAME(Status.BAD_REQUEST),
  /** The account is of a domain that the portal does not serve. */
  OTHER_DOMAIN(Status.BAD_REQUEST),
  /** The account's name belongs to another profile. */
  TAKEN(Status.ALREADY_EXISTS),
  /** The identifier is that of another entry. */
  OCCUPIED(Status.ALREADY_EXISTS),
  /** The stored version is another than the one that the request replaces. */
  CONFLICT(Status.ALREADY_EXISTS),
  /** The connection request has been answered already. */
  ANSWERED(Status.ALREADY_EXISTS),
  /** The device that asks is in the profile already. */
  CONNECTED(Status.ALREADY_EXISTS),
  /** A later request of the signer has been received. */
  SUPERSEDED(Status.ALREADY_EXISTS),
  /** The signed request has been used already. */
  USED(Status.CLIENT_UNAUTHORIZED),
  /** The request is too old. */
  EXPIRED(Status.CLIENT_UNAUTHORIZED),
  /** The time of the request is too far from the portal's. */
  CLOCK(Status.CLIENT_UNAUTHORIZED),
  /** The request needs a signature. */
  NOT_SIGNED(Status.CLIENT_UNAUTHORIZED),
  /** The portal takes protected messages only, or better protected ones. */
  UNPROTECTED(Status.CLIENT_UNAUTHORIZED),
  /** The key that signed is not an online signature key of the account. */
  NOT_ADMINISTRATOR(Status.CLIENT_UNAUTHORIZED),
  /** The key that signed is not that of an auditor of the portal. */
  NOT_AUDITOR(Status.CLIENT_UNAUTHORIZED),
  /** The request is signed with another key, or for another portal or account. */
  OTHER_SIGNER(Status.CLIENT_UNAUTHORIZED),
  /** A signed object in the request does not verify. */
  NOT_VERIFIED(Status.CLIENT_UNAUTHORIZED),
  /** There is no such account. */
  UNKNOWN_ACCOUNT(Status.NOT_FOUND),
  /** There is no such entry. */
  UNKNOWN_ENTRY(Status.NOT_FOUND),
  /** There is no such connection request. */
  UNKNOWN_REQUEST(Status.NOT_FOUND),
  /** The portal keeps no log, or has no checkpoint of that size. */
  NO_PROOF(Status.NOT_FOUND),
  /** The stored profile does not have what the request is about; it is published first. */
  UNPUBLISHED(Status.ALREADY_EXISTS),
  /** The account has as many open connection requests as the portal keeps. */
  TOO_MANY_REQUESTS(Status.SERVER_OVERLOAD),
  /** The portal has too much to do. */
  OVERLOADED(Status.SERVER_OVERLOAD),
  /** The request does not name a challenge that the portal gave. */
  CHALLENGE(Status.CHALLENGE_REQUIRED),
  /** The portal has stopped: its log lacks records that it had before. */
  LOG_LOST(Status.SERVER_INTERNAL),
  /** The portal failed. */
  FAILED(Status.SERVER_INTERNAL);

  private final int status;

  RefusalReason(int status) {
    this.status = status;
  }

  /** The usual status of a refusal for this reason, one of {@link Status}. */
  public int status() {
    return status;
  }

  /** The name in messages, for example {@code too-large}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The reason of that name; empty for null and for a name that is not known. */
  public static Optional<RefusalReason> named(@Nullable String wireName) {
    for (RefusalReason reason : values()) {
      if (reason.wireName().equals(wireName)) {
        return Optional.of(reason);
      }
    }
    return Optional.empty();
  }
}
