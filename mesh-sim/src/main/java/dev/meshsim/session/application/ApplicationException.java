package dev.meshsim.session.application;

import dev.meshsim.error.MeshException;
import dev.meshsim.udf.Udf;

/** A failure to open an application on this machine. */
public final class ApplicationException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** No device of the machine can decrypt the application. */
  public static final String CANNOT_DECRYPT = "session.cannot-decrypt";

  /** The profile has no such application. */
  public static final String UNKNOWN_APPLICATION = "session.unknown-application";

  /** The application is of a type that sessions do not read. */
  public static final String OTHER_TYPE = "session.other-type";

  private ApplicationException(String code, String problem, String hint) {
    super(code, problem, hint);
  }

  static ApplicationException cannotDecrypt(String machine, Udf application) {
    return new ApplicationException(
        CANNOT_DECRYPT,
        "no device of the machine " + machine + " can decrypt the application " + application,
        "add the device on an administration device of the application, and update it");
  }

  static ApplicationException unknownApplication(Udf profile, String application) {
    return new ApplicationException(
        UNKNOWN_APPLICATION,
        "the profile " + profile + " has no application " + application,
        "list the profile's applications, or fetch the profile again");
  }

  static ApplicationException otherType(Udf application, String type) {
    return new ApplicationException(
        OTHER_TYPE,
        "the application "
            + application
            + " is a "
            + type
            + ", and a session reads PasswordProfile",
        "open its data with mesh-sim profile open");
  }
}
