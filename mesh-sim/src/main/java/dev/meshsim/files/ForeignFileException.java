package dev.meshsim.files;

import java.nio.file.Path;

/** A file that is not this user's, or that the store did not make. */
public final class ForeignFileException extends FilesException {

  private static final long serialVersionUID = 1L;

  private ForeignFileException(Path file, String problem, String hint) {
    super("files.foreign", file, problem, hint, null);
  }

  /** Another user owns it. */
  static ForeignFileException ofUser(Path file, String owner) {
    return new ForeignFileException(
        file,
        "belongs to the user " + owner,
        "run as that user, or use a directory of your own; it was neither read nor changed");
  }

  /**
   * It does not look like anything that belongs there.
   *
   * @param expected what would have been accepted, for example {@code a directory of this store}
   */
  public static ForeignFileException unknown(Path file, String expected) {
    return new ForeignFileException(
        file,
        "is not " + expected,
        "find out who put it there, then move it away; it was neither read nor changed");
  }
}
