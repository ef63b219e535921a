package dev.meshsim.portal.service;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.json.JsonException;
import dev.meshsim.log.PortalStoreException;
import dev.meshsim.profile.ProfileException;
import dev.meshsim.protect.ProtectException;
import dev.meshsim.protocol.AccountNameException;
import dev.meshsim.protocol.EnvelopeException;
import dev.meshsim.protocol.RefusalReason;
import dev.meshsim.protocol.Status;
import dev.meshsim.udf.UdfException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A failure that ends a request with a status; it never leaves {@link MeshService}. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final @Nullable RefusalReason reason;
  private final transient @Nullable Bytes denial;

  /** A refusal with another status than the usual one of its reason. */
  Refusal(int status, @Nullable RefusalReason reason, String description) {
    this(status, reason, description, null);
  }

  private Refusal(
      int status, @Nullable RefusalReason reason, String description, @Nullable Bytes denial) {
    super(description, null, false, false);
    this.status = status;
    this.reason = reason;
    this.denial = denial;
  }

  /** This refusal with the proof that there is no such entry. */
  Refusal with(Bytes proof) {
    return new Refusal(status, reason, description(), proof);
  }

  /** A refusal with the usual status of its reason. */
  static Refusal of(RefusalReason reason, String description) {
    return new Refusal(reason.status(), reason, description);
  }

  /** A requester who may not do this, for a reason that only the description gives. */
  static Refusal unauthorized(String description) {
    return new Refusal(Status.CLIENT_UNAUTHORIZED, null, description);
  }

  /** Something that is not there, which only the description names. */
  static Refusal notFound(String description) {
    return new Refusal(Status.NOT_FOUND, null, description);
  }

  /** An identifier that is that of another entry. */
  static Refusal exists(String description) {
    return of(RefusalReason.OCCUPIED, description);
  }

  /** The stored version is another than the one that the request was made from. */
  static Refusal conflict(String description) {
    return of(RefusalReason.CONFLICT, description);
  }

  static Refusal bad(String description) {
    return of(RefusalReason.MALFORMED, description);
  }

  /** The reason of the refusal that a failure of a request leads to. */
  static RefusalReason reasonOf(MeshException e) {
    if (e.errorCode() == JsonException.Code.LIMIT || e.errorCode() == ProfileException.Code.LIMIT) {
      return RefusalReason.TOO_LARGE;
    }
    if (e instanceof AccountNameException) {
      return RefusalReason.BAD_NAME;
    }
    boolean malformed =
        e instanceof JsonException
            || e instanceof EnvelopeException
            || e instanceof UdfException.Syntax
            || e.errorCode() == PortalStoreException.Code.BAD_PAGE_KEY
            || e.errorCode() == PortalStoreException.Code.BAD_CHANGE;
    if (malformed) {
      return RefusalReason.MALFORMED;
    }
    return e instanceof ProfileException || e instanceof JoseException
        ? RefusalReason.NOT_VERIFIED
        : RefusalReason.FAILED;
  }

  /** The reason of the refusal of an envelope. */
  static RefusalReason reasonOfEnvelope(MeshException e) {
    if (!(e.errorCode() instanceof ProtectException.Code code)) {
      return RefusalReason.FAILED;
    }
    return switch (code) {
      case MALFORMED, WRONG_USE -> RefusalReason.MALFORMED;
      case NOT_AUTHENTIC -> RefusalReason.NOT_VERIFIED;
      case OTHER_PORTAL -> RefusalReason.OTHER_DOMAIN;
      case OLD_KEY, OLD_CHALLENGE -> RefusalReason.CHALLENGE;
      case CLOCK -> RefusalReason.CLOCK;
      case REPLAYED -> RefusalReason.USED;
      case OVERLOADED -> RefusalReason.OVERLOADED;
      case UNPROTECTED -> RefusalReason.UNPROTECTED;
      default -> RefusalReason.FAILED;
    };
  }

  int status() {
    return status;
  }

  /** The proof that there is no such entry. */
  Optional<Bytes> denial() {
    return Optional.ofNullable(denial);
  }

  Optional<RefusalReason> reason() {
    return Optional.ofNullable(reason);
  }

  String description() {
    return String.valueOf(getMessage());
  }
}
