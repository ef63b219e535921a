package dev.meshsim.profile.application;

import dev.meshsim.profile.Required;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one device publishes about itself in an application, as it is written: an element of {@code
 * Devices}. Only the device itself reads and changes its own; others carry it over.
 *
 * @param tag the tag, {@code SSHDevicePublic} for example
 * @param members the members; never change them
 */
public record DevicePart(String tag, ObjectNode members) {

  /** Checks that both are present. */
  public DevicePart {
    Required.required(tag, "the tag of a device's part");
    Required.required(members, "the members of a device's part");
  }

  /** The device, by the text of its fingerprint; empty if the part does not say. */
  public Optional<String> device() {
    return Optional.of(members.path("DeviceUDF").asString("")).filter(text -> !text.isEmpty());
  }

  ObjectNode tagged() {
    ObjectNode tagged = JsonNodeFactory.instance.objectNode();
    tagged.set(tag, members);
    return tagged;
  }
}
