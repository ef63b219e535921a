package dev.meshsim.light;

import java.util.List;

/**
 * A personal profile as its portal has it, and verified.
 *
 * @param account {@code user@domain}
 * @param udf the fingerprint of the profile
 * @param device the fingerprint of this machine's device in it
 * @param devices the devices of the profile
 * @param applications the applications of the profile
 */
public record LightProfile(
    String account,
    String udf,
    String device,
    List<LightDevice> devices,
    List<Application> applications) {

  /** Copies the lists. */
  public LightProfile {
    devices = List.copyOf(devices);
    applications = List.copyOf(applications);
  }

  /**
   * An application that the profile lists.
   *
   * @param udf its identifier
   * @param type its type, {@code PasswordProfile} for example
   * @param reads true if this machine's device can decrypt it
   * @param changes true if this machine's device may change it
   */
  public record Application(String udf, String type, boolean reads, boolean changes) {}
}
