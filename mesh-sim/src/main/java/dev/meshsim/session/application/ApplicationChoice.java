package dev.meshsim.session.application;

import dev.meshsim.udf.Udf;
import java.util.Objects;

/**
 * An application that a device is to be added to.
 *
 * @param application the application's identifier
 * @param admin true if the device may change the application too
 */
public record ApplicationChoice(Udf application, boolean admin) {

  /** Checks that the identifier is present. */
  public ApplicationChoice {
    Objects.requireNonNull(application);
  }

  /** The device will read the application. */
  public static ApplicationChoice reading(Udf application) {
    return new ApplicationChoice(application, false);
  }

  /** The device will read and change the application. */
  public static ApplicationChoice administering(Udf application) {
    return new ApplicationChoice(application, true);
  }
}
