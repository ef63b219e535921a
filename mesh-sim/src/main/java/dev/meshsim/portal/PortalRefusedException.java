package dev.meshsim.portal;

import dev.meshsim.error.MeshException;
import dev.meshsim.protocol.Status;

/** The portal answered a request with a status that is not success. */
public final class PortalRefusedException extends MeshException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String description;

  PortalRefusedException(String transaction, int status, String description) {
    super(
        "portal.refused-" + status,
        transaction + " was refused with status " + status + ": " + description,
        hint(status));
    this.status = status;
    this.description = description;
  }

  /** One of the codes in {@link Status}. */
  public int status() {
    return status;
  }

  /** What the portal said. */
  public String description() {
    return description;
  }

  private static String hint(int status) {
    return switch (status) {
      case Status.CLIENT_UNAUTHORIZED -> "make the request on a device that may make it";
      case Status.NOT_FOUND -> "check the name; it must have been created at this portal";
      case Status.ALREADY_EXISTS -> "choose another name, or fetch what is there and start from it";
      case Status.SERVER_OVERLOAD -> "try again later";
      default -> "correct the request as the description says";
    };
  }
}
