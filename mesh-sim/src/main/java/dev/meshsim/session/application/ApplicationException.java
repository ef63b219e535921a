package dev.meshsim.session.application;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.udf.Udf;

/** A failure to open an application on this machine. */
public final class ApplicationException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    CANNOT_DECRYPT(
        "session.cannot-decrypt",
        "No device of this machine can decrypt the application.",
        "add the device on an administration device of the application, and update it"),
    OTHER_TYPE(
        "session.other-type",
        "The application is of a type that sessions do not read.",
        "open its data with mesh-sim profile open"),
    SIGNER_REMOVED(
        "session.signer-removed",
        "The stored version of the application is signed by a device that does not administer it.",
        "remove the device again, or publish the application on an administration device of it"),
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

  static ApplicationException otherType(Udf application, String type) {
    return new ApplicationException(
        Code.OTHER_TYPE,
        "the application "
            + application
            + " is a "
            + type
            + ", and a session reads PasswordProfile");
  }
}
