package dev.meshsim.store.file;

import dev.meshsim.error.MeshException;
import dev.meshsim.files.PathText;
import java.nio.file.Path;

/** Test data stands where production data belongs, or the other way round. */
final class WrongModeException extends MeshException {

  private static final long serialVersionUID = 1L;

  WrongModeException(Path file, String found, String expected) {
    super(
        "store.file.mode",
        file
            + ": holds "
            + PathText.of(found)
            + " data, and "
            + expected
            + " data is expected here",
        "move the directory back to where it was; nothing was changed");
  }
}
