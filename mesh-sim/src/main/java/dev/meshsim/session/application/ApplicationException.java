package dev.meshsim.session.application;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.JsonException;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.udf.Udf;
import java.util.Map;
import java.util.stream.Collectors;

/** A failure to open an application on this machine. */
public final class ApplicationException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    CANNOT_DECRYPT(
        "session.cannot-decrypt",
        "No device of this machine can decrypt the application.",
        "add the device on an administration device of the application, and update it"),
    APPLICATION_CONTRADICTION(
        "session.application-contradiction",
        "The portal refused a version as outdated, and still has the version that it replaces.",
        "update again; if it repeats, the portal changes its answers, so do not trust it"),
    APPLICATION_EMPTY(
        "session.application-empty",
        "The profile lists an application whose content was never published.",
        "update it on the device that added it, or remove it and add it again"),
    OTHER_TYPE(
        "session.other-type",
        "The application is of another type, or of one that no program registered.",
        "ask for the content of its own type; open that of an unregistered one with mesh-sim"
            + " profile open"),
    BAD_CONTENT(
        "session.bad-content",
        "A part of an application is not the JSON of its type.",
        "publish it again with the program that wrote it; nothing was stored"),
    FOREIGN_PART(
        "session.foreign-part",
        "What an application holds for this device is another device's.",
        "publish this device's part again; if it repeats, do not trust the devices that sign the"
            + " application"),
    NO_SSH_KEY(
        "session.no-ssh-key",
        "This device has no key pair in the SSH application.",
        "make one with SshApplication.makeKey, and update the application"),
    APPLICATIONS_MISSED(
        "session.applications-missed",
        "The device is in the profile, but some of its applications do not have it yet.",
        "add it to them with PersonalSession.addToApplications, which may be repeated"),
    APPLICATION_REMOVED(
        "session.application-removed",
        "Another device has removed the application from the profile.",
        "the content is still in this session; add it as a new application to keep it"),
    SIGNER_REMOVED(
        "session.signer-removed",
        "The stored version of the application is signed by a device that does not administer it.",
        "remove the device again, or publish the application on an administration device of it"),
    APPLICATION_UNFINISHED(
        "session.application-unfinished",
        "The profile lists a new application whose content the portal refused.",
        "correct the content and update again, or remove the application"),
    APPLICATION_ROLLBACK(
        "session.application-rollback",
        "A portal gave an older version of an application than it has given or taken before.",
        "do not trust the portal; publish this machine's version again"),
    APPLICATION_WITHHELD(
        "session.application-withheld",
        "A portal does not give an application that it has given or taken before.",
        "do not trust the portal; the last version is on this machine"),
    UNKNOWN_APPLICATION(
        "session.unknown-application",
        "The profile has no such application.",
        "list the profile's applications, or fetch the profile again");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private ApplicationException(Code code, String problem) {
    super(code, problem);
  }

  static ApplicationException cannotDecrypt(String machine, Udf application) {
    return new ApplicationException(
        Code.CANNOT_DECRYPT,
        "no device of the machine " + machine + " can decrypt the application " + application);
  }

  static ApplicationException contradiction(Udf application, PortalRefusedException refused) {
    return new ApplicationException(
        Code.APPLICATION_CONTRADICTION,
        "the portal has the version of the application "
            + application
            + " that this machine has, and refused its successor: "
            + refused.problem());
  }

  static ApplicationException notPublished(Udf application) {
    return new ApplicationException(
        Code.APPLICATION_EMPTY, "the application " + application + " has no published content");
  }

  static ApplicationException withheld(Udf application) {
    return new ApplicationException(
        Code.APPLICATION_WITHHELD,
        "the portal says that it has no content of the application "
            + application
            + ", of which it has given or taken a version before");
  }

  static ApplicationException removed(Udf application) {
    return new ApplicationException(
        Code.APPLICATION_REMOVED, "the profile has the application " + application + " no longer");
  }

  static ApplicationException unfinished(Udf application, PortalRefusedException refused) {
    return new ApplicationException(
        Code.APPLICATION_UNFINISHED,
        "the profile lists the application "
            + application
            + ", whose content was refused: "
            + refused.problem());
  }

  static ApplicationException unknownApplication(Udf profile, String application) {
    return new ApplicationException(
        Code.UNKNOWN_APPLICATION, "the profile " + profile + " has no application " + application);
  }

  static ApplicationException signerRemoved(Udf application, Udf signer) {
    return new ApplicationException(
        Code.SIGNER_REMOVED,
        "the application "
            + application
            + " is signed by "
            + signer
            + ", which is no administration device of it, or no longer");
  }

  static ApplicationException rollback(Udf application) {
    return new ApplicationException(
        Code.APPLICATION_ROLLBACK,
        "the portal gave an older version of the application " + application + " than before");
  }

  static ApplicationException badContent(Udf application, Class<?> part, JsonException e) {
    String problem = e.isOfAbsentMember() ? ": " + e.problem() : e.position();
    return new ApplicationException(
        Code.BAD_CONTENT,
        "the application " + application + " holds no " + part.getSimpleName() + problem);
  }

  static ApplicationException foreignPart(Udf application, String problem) {
    return new ApplicationException(
        Code.FOREIGN_PART, "the application " + application + " " + problem);
  }

  static ApplicationException noSshKey(Udf application) {
    return new ApplicationException(
        Code.NO_SSH_KEY, "this device has no key in the application " + application);
  }

  static ApplicationException missed(Udf device, Map<Udf, MeshException> failures) {
    String missing =
        failures.entrySet().stream()
            .map(failure -> failure.getKey() + " (" + failure.getValue().problem() + ")")
            .collect(Collectors.joining("; "));
    ApplicationException e =
        new ApplicationException(
            Code.APPLICATIONS_MISSED,
            "the device " + device + " is not in these applications yet: " + missing);
    failures.values().forEach(e::addSuppressed);
    return e;
  }

  static ApplicationException otherType(Udf application, String type) {
    return new ApplicationException(
        Code.OTHER_TYPE,
        "the application "
            + application
            + " is a "
            + type
            + ", a type that is not registered: it is kept as it is");
  }

  static ApplicationException otherContent(Udf application, String type, Class<?> wanted) {
    return new ApplicationException(
        Code.OTHER_TYPE,
        "the application "
            + application
            + " is a "
            + type
            + ", which has no "
            + wanted.getSimpleName());
  }
}
