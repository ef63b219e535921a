package dev.meshsim.light;

import java.util.List;

/**
 * A device of this machine.
 *
 * @param udf its fingerprint
 * @param names its names; at least one
 * @param description a text about it
 */
public record LightDevice(String udf, List<String> names, String description) {

  /** Copies the names. */
  public LightDevice {
    names = List.copyOf(names);
  }
}
