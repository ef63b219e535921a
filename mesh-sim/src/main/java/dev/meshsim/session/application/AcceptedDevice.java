package dev.meshsim.session.application;

import dev.meshsim.error.MeshException;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.udf.Udf;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adds a device that was accepted to the applications that a person chose for it. */
public final class AcceptedDevice {

  private AcceptedDevice() {}

  /**
   * Adds a device to applications and publishes each. An application that has the device already is
   * left as it is, so that a call after a failure does what is missing.
   *
   * @throws ApplicationException {@code session.applications-missed} with the applications that
   *     failed; the device is in the others
   */
  public static void addTo(
      ApplicationOwner owner, Udf device, Collection<ApplicationChoice> applications) {
    owner.device(device);
    Map<Udf, MeshException> failures = new LinkedHashMap<>();
    for (ApplicationChoice choice : applications) {
      try {
        add(owner, device, choice);
      } catch (MeshException e) {
        failures.put(choice.application(), e);
      }
    }
    if (!failures.isEmpty()) {
      throw ApplicationException.missed(device, failures);
    }
  }

  private static void add(ApplicationOwner owner, Udf device, ApplicationChoice choice) {
    ApplicationSession session = ApplicationSession.fetch(owner, choice.application());
    ApplicationProfileEntry before = session.entry();
    session.addDevice(device, choice.admin());
    if (!session.entry().equals(before) || !session.isEncryptedToReaders()) {
      session.update();
    }
  }
}
