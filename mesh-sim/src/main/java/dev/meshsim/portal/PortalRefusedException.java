package dev.meshsim.portal;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import dev.meshsim.protocol.Status;

/** A request that the portal answered with a status other than success. */
public final class PortalRefusedException extends MeshException {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 1024;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    REFUSED_400(
        "portal.refused-400",
        "The request is not one of the protocol.",
        "correct the request as the description says"),
    REFUSED_401(
        "portal.refused-401",
        "The requester may not do this.",
        "make the request on a device that may make it"),
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
        "correct the request as the description says"),
    REFUSED_428(
        "portal.refused-428",
        "The portal refused the challenge that its own Hello had given.",
        "try again; if several processes answer for the portal, keep a client with one of them"),
    REFUSED_500(
        "portal.refused-500", "The portal failed.", "correct the request as the description says"),
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

  PortalRefusedException(String transaction, int status, String description) {
    super(
        code(status),
        transaction + " was refused with status " + status + ": " + Quote.of(description, SHOWN));
    this.status = status;
    this.description = Quote.of(description, SHOWN);
  }

  /** One of the codes in {@link Status}. */
  public int status() {
    return status;
  }

  /** The portal's own description of the reason, fit to be shown; cut after 1024 characters. */
  public String description() {
    return description;
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
