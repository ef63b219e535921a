package dev.meshsim.store.file;

import dev.meshsim.error.MeshException;
import dev.meshsim.files.PathText;
import java.nio.file.Path;

/** {@code profiles.json} or {@code commit.json} is not what this store writes. */
final class BadIndexException extends MeshException {

  private static final long serialVersionUID = 1L;

  BadIndexException(Path file, String problem) {
    super(
        "store.file.index",
        file + ": " + PathText.of(problem),
        "put back a copy of the whole directory; nothing was changed");
  }

  private BadIndexException(Path file, String problem, String hint) {
    super("store.file.index", file + ": " + problem, hint);
  }

  /** The list is not there, and files are that only it can explain. */
  static BadIndexException missing(Path file, int count) {
    return new BadIndexException(
        file,
        "is missing, and only it says what the other files here are for; there are " + count,
        "restore it from a copy; keep the other files, and nothing was changed");
  }
}
