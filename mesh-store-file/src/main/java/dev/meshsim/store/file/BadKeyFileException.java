package dev.meshsim.store.file;

import dev.meshsim.error.MeshException;
import java.nio.file.Path;

/** A key file does not hold the key that it is named after. */
final class BadKeyFileException extends MeshException {

  private static final long serialVersionUID = 1L;

  private BadKeyFileException(Path file, String problem, String hint) {
    super("store.file.key", file + ": " + problem, hint + "; nothing was changed");
  }

  /** A private half that cannot be read. */
  static BadKeyFileException unreadable(Path file, KeyTextException e) {
    String hint =
        e.hasPassphrase()
            ? "remove the passphrase: ssh-keygen -p -N \"\" -f " + file
            : "put back a copy of this file";
    return new BadKeyFileException(file, e.problem(), hint);
  }

  /** A private half whose public key has another fingerprint than its name says. */
  static BadKeyFileException ofAnother(Path file) {
    return new BadKeyFileException(
        file,
        "holds another key than the one that it is named after",
        "find out who put it there, then put back copies of both halves");
  }

  /** A public half that is not the one of the private half, which is good. */
  static BadKeyFileException publicHalf(
      Path file, Path privateHalf, KeyForm form, KeyTextException e) {
    return new BadKeyFileException(
        file, e.problem(), "write it anew: " + form.publicCommand(privateHalf, file));
  }
}
