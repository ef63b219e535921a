package dev.meshsim.portal;

import dev.meshsim.error.MeshException;
import org.jspecify.annotations.Nullable;

/** A portal that cannot be used, or whose answer cannot be. */
public final class PortalException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** There is no default portal. */
  public static final String NO_DEFAULT = "portal.no-default";

  /** The response is not one to the request. */
  public static final String BAD_RESPONSE = "portal.bad-response";

  private PortalException(String code, String problem, String hint, @Nullable Throwable cause) {
    super(code, problem, hint, cause);
  }

  static PortalException noDefault() {
    return new PortalException(
        NO_DEFAULT,
        "no default portal is set",
        "call MeshPortal.setDefault, or give the session its portal",
        null);
  }

  static PortalException badResponse(String domain, String what, MeshException cause) {
    return new PortalException(
        BAD_RESPONSE,
        "the portal " + domain + " answered " + what + " with something else: " + cause.problem(),
        "check that the address is that of a Mesh portal of this protocol version",
        cause);
  }

  static PortalException notThe(String domain, String wanted) {
    return new PortalException(
        BAD_RESPONSE,
        "the portal " + domain + " found an entry, but it is not one " + wanted,
        "check the identifier",
        null);
  }
}
