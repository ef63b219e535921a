package dev.meshsim.store.file;

import dev.meshsim.error.MeshException;
import dev.meshsim.files.PathText;
import java.nio.file.Path;

/** A profile file does not hold the profile that its name says. */
final class BadProfileFileException extends MeshException {

  private static final long serialVersionUID = 1L;

  BadProfileFileException(Path file, String problem) {
    super(
        "store.file.profile",
        file + ": " + PathText.of(problem),
        "put back a copy of the file, or fetch the profile from its portal; nothing was changed");
  }
}
