package dev.meshsim.store.registry;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A PKCS #12 file that cannot be opened, or is not as this store writes it. */
final class KeyFileException extends RegistryException {

  private static final long serialVersionUID = 1L;

  KeyFileException(Path file, String problem, @Nullable Throwable cause) {
    super(
        "registry.key-file",
        Place.of(file),
        problem,
        "restore it, with the account password beside it, from a copy; nothing was changed",
        cause);
  }
}
