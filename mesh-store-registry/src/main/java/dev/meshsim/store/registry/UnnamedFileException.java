package dev.meshsim.store.registry;

import java.nio.file.Path;

/** A file that this store wrote, which the hive does not name although no commit gave it up. */
final class UnnamedFileException extends RegistryException {

  private static final long serialVersionUID = 1L;

  UnnamedFileException(Path file, Path hive) {
    super(
        "registry.unnamed-file",
        Place.of(file),
        "belongs to this store, but " + hive.getFileName() + " does not name it",
        "write the missing line again, or restore the hive from a copy; if the line was removed on"
            + " purpose, move the file away",
        null);
  }
}
