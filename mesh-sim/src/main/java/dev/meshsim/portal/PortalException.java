package dev.meshsim.portal;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.IoReason;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A portal that cannot be used, or an answer of it. */
public final class PortalException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    NO_DEFAULT(
        "portal.no-default",
        "There is no default portal.",
        "call MeshPortal.setDefault, or give the session its portal"),
    BAD_RESPONSE(
        "portal.bad-response",
        "The response of the portal is not one to the request.",
        "check that the address is that of a Mesh portal of this protocol version"),
    UNKNOWN(
        "portal.unknown",
        "No portal is known for the domain of an account.",
        "check the spelling of the account, or add the portal to the session's MeshPortals"),
    TWO_OF_DOMAIN(
        "portal.two-of-domain",
        "Two portals have one domain, so that an account of it could be at either.",
        "leave one of them out"),
    TWO_DIALECTS(
        "portal.two-dialects",
        "The portals of one session speak different dialects.",
        "make a session for each dialect"),
    CLOSED("portal.closed", "The portal was closed.", "open the portal again on its store"),
    UNREACHABLE(
        "portal.unreachable",
        "No response came from the portal; whether it has done what was asked is not known.",
        "check the connection and that the portal runs, then try again"),
    NO_CHALLENGE(
        "portal.no-challenge",
        "The Hello of the portal gives no challenge, which a signed request must name.",
        "use a portal of this protocol version"),
    CARRIES_NO_ENVELOPES(
        "portal.carries-no-envelopes",
        "A way to a portal carries no protected messages.",
        "reach the portal by MeshPortalDirect or over HTTP, or use no protection"),
    STORE_NOT_EMPTY(
        "portal.store-not-empty",
        "Logs are imported into an empty store only, and this one has records.",
        "import them into a new place"),
    LOG_UNREADABLE(
        "portal.log-unreadable",
        "A log that is imported cannot be read.",
        "check the name and the permissions of the file"),
    IMPORT_STOPPED(
        "portal.import-stopped",
        "An import stopped on its way; the store has what was imported before.",
        "remove the cause that the message names and the store, then import again");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private PortalException(Code code, String problem, @Nullable Throwable cause) {
    super(code, problem, code.hint(), cause);
  }

  private PortalException(Code code, String problem, String hint, @Nullable Throwable cause) {
    super(code, problem, hint, cause);
  }

  static PortalException noDefault() {
    return new PortalException(Code.NO_DEFAULT, "no default portal is set", null);
  }

  static PortalException unknown(String domain, List<String> known) {
    return new PortalException(
        Code.UNKNOWN,
        "no portal is known for the domain "
            + Quote.brief(domain)
            + ", only for "
            + String.join(", ", known),
        null);
  }

  static PortalException twoOfDomain(String domain) {
    return new PortalException(Code.TWO_OF_DOMAIN, "two portals have the domain " + domain, null);
  }

  static PortalException twoDialects(MeshPortal first, MeshPortal second) {
    return new PortalException(
        Code.TWO_DIALECTS,
        "the portal "
            + first.domain()
            + " speaks the dialect "
            + first.dialect().label()
            + ", and "
            + second.domain()
            + " speaks "
            + second.dialect().label(),
        null);
  }

  static PortalException carriesNoEnvelopes(String domain) {
    return new PortalException(
        Code.CARRIES_NO_ENVELOPES,
        "this way to the portal " + domain + " carries no protected messages",
        null);
  }

  static PortalException closed(String domain) {
    return new PortalException(Code.CLOSED, "the portal " + domain + " was closed", null);
  }

  /** A request to which no response came: the failure of a transport. */
  public static PortalException unreachable(String domain, Throwable cause) {
    return new PortalException(
        Code.UNREACHABLE, "the portal " + domain + " cannot be reached: " + reason(cause), cause);
  }

  private static String reason(Throwable cause) {
    Throwable inner = cause.getCause();
    Throwable said = cause instanceof UncheckedIOException && inner != null ? inner : cause;
    if (said instanceof IOException e) {
      return Quote.line(IoReason.of(e));
    }
    String message = said.getMessage();
    String name = said.getClass().getSimpleName();
    return message == null ? name : name + ": " + Quote.line(message);
  }

  static PortalException badResponse(String domain, String what, MeshException cause) {
    return new PortalException(
        Code.BAD_RESPONSE,
        "the portal " + domain + " answered " + what + " with something else: " + cause.problem(),
        cause);
  }

  /** An answer in pages that does not come to an end. */
  static PortalException endless(String domain, String what, String why) {
    return new PortalException(
        Code.BAD_RESPONSE,
        "the portal " + domain + " answered " + what + " with pages without an end: " + why,
        null);
  }

  /** An answer with the status of a success and without its result. */
  static PortalException noResult(String domain, String what, int status) {
    return new PortalException(
        Code.BAD_RESPONSE,
        "the portal " + domain + " answered " + what + " with status " + status + " and no result",
        null);
  }

  static PortalException noChallenge(String domain) {
    return new PortalException(
        Code.NO_CHALLENGE,
        "the portal " + domain + " gives no challenge of 16 to 128 letters and digits in its Hello",
        null);
  }

  /** Refuses to import logs into a store that has records. */
  public static PortalException notEmpty() {
    return new PortalException(
        Code.STORE_NOT_EMPTY,
        "logs are imported into an empty store, and this one has records",
        null);
  }

  /** A log that is imported and cannot be read. */
  public static PortalException cannotRead(List<Path> files, IOException cause) {
    return new PortalException(
        Code.LOG_UNREADABLE,
        "cannot read " + (cause.getMessage() == null ? files.toString() : cause.getMessage()),
        cause);
  }

  /** An import that stopped; the store has what was imported before. */
  public static PortalException stopped(long records, MeshException cause) {
    return new PortalException(
        Code.IMPORT_STOPPED,
        "the import stopped after " + records + " records: " + cause.problem(),
        cause.hint() + "; then remove the store, which has those records, and import again",
        cause);
  }

  static PortalException notThe(String domain, String wanted) {
    return new PortalException(
        Code.BAD_RESPONSE,
        "the portal " + domain + " found an entry, but it is not one " + wanted,
        "check the identifier",
        null);
  }
}
