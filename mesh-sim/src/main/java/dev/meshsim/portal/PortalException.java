package dev.meshsim.portal;

import dev.meshsim.error.MeshException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A portal that cannot be used, or whose answer cannot be. */
public final class PortalException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** There is no default portal. */
  public static final String NO_DEFAULT = "portal.no-default";

  /** The response is not one to the request. */
  public static final String BAD_RESPONSE = "portal.bad-response";

  /** Logs are imported into a store that has records. */
  public static final String NOT_EMPTY = "portal.store-not-empty";

  /** A log that is imported cannot be read. */
  public static final String UNREADABLE = "portal.log-unreadable";

  /** An import stopped on its way, and the store has what was imported before. */
  public static final String STOPPED = "portal.import-stopped";

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

  public static PortalException notEmpty() {
    return new PortalException(
        NOT_EMPTY,
        "logs are imported into an empty store, and this one has records",
        "import them into a new place",
        null);
  }

  public static PortalException cannotRead(List<Path> files, IOException cause) {
    return new PortalException(
        UNREADABLE,
        "cannot read " + (cause.getMessage() == null ? files.toString() : cause.getMessage()),
        "check the name and the permissions of the file",
        cause);
  }

  public static PortalException stopped(long records, MeshException cause) {
    return new PortalException(
        STOPPED,
        "the import stopped after " + records + " records: " + cause.problem(),
        cause.hint() + "; then remove the store, which has those records, and import again",
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
