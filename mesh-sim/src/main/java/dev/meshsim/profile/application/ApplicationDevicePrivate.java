package dev.meshsim.profile.application;

import org.jspecify.annotations.Nullable;

/**
 * What a device keeps for itself in an application (schema {@code ApplicationDevicePrivate}). A
 * record implements it; its simple name is its tag.
 */
public interface ApplicationDevicePrivate {

  /**
   * The device, by the text of its fingerprint, which a reader compares with its own: the member
   * {@code Identifier}. Empty parts of other programs may have none.
   */
  @Nullable String identifier();
}
