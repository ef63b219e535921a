package dev.meshsim.store.registry;

import dev.meshsim.files.DurableFiles;
import java.nio.file.Path;

/** A file of the store that is not there, although the hive needs it. */
final class MissingFileException extends RegistryException {

  private static final long serialVersionUID = 1L;

  private MissingFileException(Path file, String meaning) {
    super(
        "registry.missing-file",
        Place.of(file),
        "there is no such file; it is " + meaning,
        "restore it from a copy; nothing was changed",
        null);
  }

  /**
   * Refuses a file that is not there.
   *
   * @param what what the file is
   * @param value the value that gives its location
   * @param key the name of that value's key
   */
  static void require(DurableFiles files, Path file, String what, RegistryValue value, String key) {
    if (files.status(file).isAbsent()) {
      throw new MissingFileException(
          file,
          what + " that " + value.shownName() + " of " + key + " at " + value.place() + " names");
    }
  }

  /** Refuses a password that is not there; no value gives its location. */
  static void requirePassword(DurableFiles files, Layout layout) {
    if (files.status(layout.password()).isAbsent()) {
      throw new MissingFileException(
          layout.password(),
          "the account password, which opens the private keys that @ of PrivateKeys in "
              + layout.hive()
              + " names");
    }
  }
}
