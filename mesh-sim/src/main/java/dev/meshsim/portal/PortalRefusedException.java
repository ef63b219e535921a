package dev.meshsim.portal;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import dev.meshsim.protocol.MeshResponse;
import dev.meshsim.protocol.RefusalReason;
import dev.meshsim.protocol.Status;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request that the portal answered with a status other than success. The code goes by the reason
 * that the portal gives; by the status if it gives none, or one that is not known here.
 */
public final class PortalRefusedException extends MeshException {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 1024;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    REFUSED_MALFORMED(
        "portal.refused-malformed",
        "The request is not one of the protocol, or a part of it is not as the protocol says.",
        "correct the part that the description names, or use a client of this protocol version"),
    REFUSED_TOO_LARGE(
        "portal.refused-too-large",
        "The request, or an object in it, is larger than the portal reads.",
        "make the object smaller or divide it; the description names the limit"),
    REFUSED_BAD_NAME(
        "portal.refused-bad-name",
        "A text is not an account name.",
        "write it as user@domain, for example alice@example.com"),
    REFUSED_OTHER_DOMAIN(
        "portal.refused-other-domain",
        "The account is of a domain that the portal does not serve.",
        "use a name with the portal's domain, or the portal of that domain"),
    REFUSED_TAKEN(
        "portal.refused-taken",
        "The account's name belongs to another profile.",
        "choose another name"),
    REFUSED_OCCUPIED(
        "portal.refused-occupied",
        "The identifier is that of another entry.",
        "give the entry an identifier of its own, or fetch the one that is there"),
    REFUSED_CONFLICT(
        "portal.refused-conflict",
        "The stored version is another than the one that the request replaces.",
        "fetch the stored version, make the change again on it and publish that"),
    REFUSED_ANSWERED(
        "portal.refused-answered",
        "The connection request has been answered already.",
        "list the open requests again; the device can ask anew"),
    REFUSED_CONNECTED(
        "portal.refused-connected",
        "The device that asks is in the profile already.",
        "use the device as it is, or remove it from the profile first"),
    REFUSED_SUPERSEDED(
        "portal.refused-superseded",
        "A later request of the signer has been received.",
        "go on with the later request, or sign a new one"),
    REFUSED_USED(
        "portal.refused-used",
        "The signed request has been used already.",
        "sign the request again; each one is accepted once"),
    REFUSED_EXPIRED("portal.refused-expired", "The request is too old.", "sign a new request"),
    REFUSED_CLOCK(
        "portal.refused-clock",
        "The time of the request is too far from the portal's.",
        "set the clock of this machine, or tell the operator of the portal, then sign again"),
    REFUSED_NOT_SIGNED(
        "portal.refused-not-signed",
        "The request needs a signature.",
        "sign the request with the key that the description names"),
    REFUSED_UNPROTECTED(
        "portal.refused-unprotected",
        "The portal takes protected messages only, or better protected ones.",
        "use the protection that the description names"),
    REFUSED_NOT_ADMINISTRATOR(
        "portal.refused-not-administrator",
        "The key that signed is not an online signature key of the account.",
        "do this on an administration device; if this is one, fetch the profile again"),
    REFUSED_NOT_AUDITOR(
        "portal.refused-not-auditor",
        "The key that signed is not that of an auditor of the portal.",
        "ask the operator of the portal to serve it with --auditor and the public key"),
    REFUSED_OTHER_SIGNER(
        "portal.refused-other-signer",
        "The request is signed with another key, or for another portal or account.",
        "sign it with the key, and for the portal and the account, that it is about"),
    REFUSED_NOT_VERIFIED(
        "portal.refused-not-verified",
        "A signed object in the request does not verify.",
        "sign the object again; if it came from somebody else, do not use it"),
    REFUSED_UNKNOWN_ACCOUNT(
        "portal.refused-unknown-account",
        "There is no such account.",
        "check the spelling; the account must have been created at this portal"),
    REFUSED_UNKNOWN_ENTRY(
        "portal.refused-unknown-entry",
        "There is no such entry.",
        "check the identifier; the entry must have been published at this portal"),
    REFUSED_UNKNOWN_REQUEST(
        "portal.refused-unknown-request",
        "There is no such connection request.",
        "ask again on the device; a request stays open for a limited time"),
    REFUSED_NO_PROOF(
        "portal.refused-no-proof",
        "The portal keeps no log to prove from, or has no checkpoint of that size.",
        "ask without proofs, or against the latest checkpoint"),
    REFUSED_UNPUBLISHED(
        "portal.refused-unpublished",
        "The stored profile does not have what the request is about.",
        "publish the profile first, then repeat the request"),
    REFUSED_TOO_MANY_REQUESTS(
        "portal.refused-too-many-requests",
        "The account has as many open connection requests as the portal keeps.",
        "answer open requests on an administration device, then ask again"),
    REFUSED_400(
        "portal.refused-400",
        "The request is not one of the protocol.",
        "correct the request as the description says"),
    REFUSED_401(
        "portal.refused-401",
        "The requester may not do this.",
        "make the request on a device that may make it"),
    REFUSED_LOG_LOST(
        "portal.refused-log-lost",
        "The portal has stopped: its log lacks records that it had before.",
        "tell the operator of the portal, who has the newest copy of its store to put back"),
    REFUSED_404(
        "portal.refused-404",
        "There is no such account, entry or request.",
        "check the name; it must have been created at this portal"),
    REFUSED_409(
        "portal.refused-409",
        "The name or the entry exists, or a later version of it does.",
        "choose another name, or fetch what is there and start from it"),
    REFUSED_413(
        "portal.refused-413",
        "The request is larger than the portal reads.",
        "make the object smaller or divide it; the description names the limit"),
    REFUSED_428(
        "portal.refused-428",
        "The portal refused the challenge that its own Hello had given.",
        "try again; if several processes answer for the portal, keep a client with one of them"),
    REFUSED_500(
        "portal.refused-500",
        "The portal failed.",
        "try again; if it repeats, tell the operator of the portal, whose log has the cause"),
    REFUSED_503("portal.refused-503", "The portal has too much to do.", "try again later"),
    REFUSED(
        "portal.refused",
        "The portal answered with a status that the protocol does not have.",
        "correct the request as the description says");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private final int status;
  private final String description;
  private final @Nullable RefusalReason reason;
  private final transient MeshResponse refusal;

  PortalRefusedException(String transaction, MeshResponse refusal) {
    super(
        refusal
            .refusalReason()
            .map(PortalRefusedException::code)
            .orElseGet(() -> code(refusal.status())),
        transaction + " was refused with status " + refusal.status() + ": " + said(refusal));
    this.refusal = refusal;
    this.status = refusal.status();
    this.description = said(refusal);
    this.reason = refusal.refusalReason().orElse(null);
  }

  private static String said(MeshResponse refusal) {
    String description = refusal.statusDescription();
    return description == null ? "" : Quote.of(description, SHOWN);
  }

  /** The portal's answer. */
  MeshResponse refusal() {
    return refusal;
  }

  /** One of the codes in {@link Status}. */
  public int status() {
    return status;
  }

  /** The result of a request, or empty if the portal has no such account or entry. */
  public static <T> Optional<T> ifFound(Supplier<T> request) {
    try {
      return Optional.of(request.get());
    } catch (PortalRefusedException e) {
      if (e.status() == Status.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** True if the portal has another version than the one that was to be replaced. */
  public boolean isConflict() {
    return reason == null ? status == Status.ALREADY_EXISTS : reason == RefusalReason.CONFLICT;
  }

  /** The portal's own description of the reason, fit to be shown; cut after 1024 characters. */
  public String description() {
    return description;
  }

  /** The reason; empty if the portal gave none, or one that is not known here. */
  public Optional<RefusalReason> reason() {
    return Optional.ofNullable(reason);
  }

  private static Code code(RefusalReason reason) {
    return switch (reason) {
      case MALFORMED -> Code.REFUSED_MALFORMED;
      case TOO_LARGE -> Code.REFUSED_TOO_LARGE;
      case BAD_NAME -> Code.REFUSED_BAD_NAME;
      case OTHER_DOMAIN -> Code.REFUSED_OTHER_DOMAIN;
      case TAKEN -> Code.REFUSED_TAKEN;
      case OCCUPIED -> Code.REFUSED_OCCUPIED;
      case CONFLICT -> Code.REFUSED_CONFLICT;
      case ANSWERED -> Code.REFUSED_ANSWERED;
      case CONNECTED -> Code.REFUSED_CONNECTED;
      case SUPERSEDED -> Code.REFUSED_SUPERSEDED;
      case USED -> Code.REFUSED_USED;
      case EXPIRED -> Code.REFUSED_EXPIRED;
      case CLOCK -> Code.REFUSED_CLOCK;
      case NOT_SIGNED -> Code.REFUSED_NOT_SIGNED;
      case UNPROTECTED -> Code.REFUSED_UNPROTECTED;
      case NOT_ADMINISTRATOR -> Code.REFUSED_NOT_ADMINISTRATOR;
      case NOT_AUDITOR -> Code.REFUSED_NOT_AUDITOR;
      case OTHER_SIGNER -> Code.REFUSED_OTHER_SIGNER;
      case NOT_VERIFIED -> Code.REFUSED_NOT_VERIFIED;
      case UNKNOWN_ACCOUNT -> Code.REFUSED_UNKNOWN_ACCOUNT;
      case UNKNOWN_ENTRY -> Code.REFUSED_UNKNOWN_ENTRY;
      case UNKNOWN_REQUEST -> Code.REFUSED_UNKNOWN_REQUEST;
      case NO_PROOF -> Code.REFUSED_NO_PROOF;
      case UNPUBLISHED -> Code.REFUSED_UNPUBLISHED;
      case TOO_MANY_REQUESTS -> Code.REFUSED_TOO_MANY_REQUESTS;
      case CHALLENGE -> Code.REFUSED_428;
      case OVERLOADED -> Code.REFUSED_503;
      case LOG_LOST -> Code.REFUSED_LOG_LOST;
      case FAILED -> Code.REFUSED_500;
    };
  }

  private static Code code(int status) {
    return switch (status) {
      case Status.BAD_REQUEST -> Code.REFUSED_400;
      case Status.CLIENT_UNAUTHORIZED -> Code.REFUSED_401;
      case Status.NOT_FOUND -> Code.REFUSED_404;
      case Status.ALREADY_EXISTS -> Code.REFUSED_409;
      case Status.TOO_LARGE -> Code.REFUSED_413;
      case Status.CHALLENGE_REQUIRED -> Code.REFUSED_428;
      case Status.SERVER_INTERNAL -> Code.REFUSED_500;
      case Status.SERVER_OVERLOAD -> Code.REFUSED_503;
      default -> Code.REFUSED;
    };
  }
}
