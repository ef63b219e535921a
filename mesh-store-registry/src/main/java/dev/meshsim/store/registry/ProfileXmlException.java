package dev.meshsim.store.registry;

import org.jspecify.annotations.Nullable;

/** A profile file that is not the XML that this store writes. */
final class ProfileXmlException extends RegistryException {

  private static final long serialVersionUID = 1L;

  ProfileXmlException(Place place, String problem, @Nullable Throwable cause) {
    super(
        "registry.xml", place, problem, "restore the file from a copy; nothing was changed", cause);
  }
}
