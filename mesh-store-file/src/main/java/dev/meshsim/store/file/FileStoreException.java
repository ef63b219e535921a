package dev.meshsim.store.file;

import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import dev.meshsim.store.file.ssh.KeyForm;
import dev.meshsim.store.file.ssh.KeyTextException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A directory of this store that cannot be used; one nested class for each reason. */
public abstract class FileStoreException extends MeshException {

  private static final long serialVersionUID = 1L;

  FileStoreException(String code, Path place, String problem, String hint) {
    this(code, place, problem, hint, null);
  }

  FileStoreException(
      String code, Path place, String problem, String hint, @Nullable Throwable cause) {
    super(code, Quote.of(place), problem, hint, cause);
  }

  /** {@code profiles.json} or {@code commit.json} is not what this store writes. */
  static final class BadIndex extends FileStoreException {

    private static final long serialVersionUID = 1L;

    BadIndex(Path file, String problem) {
      super(
          "store.file.index",
          file,
          Quote.of(problem),
          "put back a copy of the whole directory; nothing was changed");
    }

    private BadIndex(Path file, String problem, String hint) {
      super("store.file.index", file, problem, hint);
    }

    /** The list is not there, and files are that only it can explain. */
    static BadIndex missing(Path file, int count) {
      return new BadIndex(
          file,
          "is missing, and only it says what the other files here are for; there are " + count,
          "restore it from a copy; keep the other files, and nothing was changed");
    }
  }

  /** A key file does not hold the key that it is named after. */
  static final class BadKeyFile extends FileStoreException {

    private static final long serialVersionUID = 1L;

    private BadKeyFile(Path file, String problem, String hint) {
      super("store.file.key", file, problem, hint + "; nothing was changed");
    }

    /** A private half that cannot be read. */
    static BadKeyFile unreadable(Path file, KeyTextException e) {
      String hint =
          e.hasPassphrase()
              ? "remove the passphrase: ssh-keygen -p -N \"\" -f " + file
              : "put back a copy of this file";
      return new BadKeyFile(file, e.problem(), hint);
    }

    /** A private half whose public key has another fingerprint than its name says. */
    static BadKeyFile ofAnother(Path file) {
      return new BadKeyFile(
          file,
          "holds another key than the one that it is named after",
          "find out who put it there, then put back copies of both halves");
    }

    /** A public half that is not the one of the private half, which is good. */
    static BadKeyFile publicHalf(Path file, Path privateHalf, KeyForm form, KeyTextException e) {
      return new BadKeyFile(
          file, e.problem(), "write it anew: " + form.publicCommand(privateHalf, file));
    }
  }

  /** A profile file does not hold the profile that its name says. */
  static final class BadProfileFile extends FileStoreException {

    private static final long serialVersionUID = 1L;

    BadProfileFile(Path file, String problem) {
      super(
          "store.file.profile",
          file,
          Quote.of(problem),
          "put back a copy of the file, or fetch the profile from its portal; nothing was changed");
    }
  }

  /** The files are good and are not the ones that the open store read or wrote. */
  static final class Changed extends FileStoreException {

    private static final long serialVersionUID = 1L;

    Changed(Path root) {
      super(
          "store.file.changed",
          root,
          "was changed by another hand while it was open",
          "close the store and open it again to see what is there now");
    }
  }

  /** A fingerprint that is too long to name a file. */
  static final class NameTooLong extends FileStoreException {

    private static final long serialVersionUID = 1L;

    NameTooLong(Path root, int characters, int limit) {
      super(
          "store.file.name",
          root,
          "a fingerprint of "
              + characters
              + " characters cannot name a file; at most "
              + limit
              + " can",
          "no fingerprint of a key is that long: find out where it came from; nothing was changed");
    }
  }

  /** A store that could not write: it refuses to go on until it is opened again. */
  static final class StoreFailed extends FileStoreException {

    private static final long serialVersionUID = 1L;

    StoreFailed(Path root, Throwable cause) {
      super(
          "store.file.failed",
          root,
          "an earlier change failed, and nothing more is done: " + reason(cause),
          "see to the disk, then open the store again; what was acknowledged is intact",
          cause);
    }

    private static String reason(Throwable cause) {
      return cause instanceof MeshException e ? e.problem() : cause.toString();
    }
  }

  /** The directory was written by a version of this store that is not known here. */
  static final class OtherVersion extends FileStoreException {

    private static final long serialVersionUID = 1L;

    OtherVersion(Path file, int version) {
      super(
          "store.file.version",
          file,
          "has version " + version + "; this program reads version " + ProfilesIndex.VERSION,
          "use the program that wrote it; nothing was changed");
    }
  }

  /** A change would make a file larger than what is read. */
  static final class TooLarge extends FileStoreException {

    private static final long serialVersionUID = 1L;

    TooLarge(Path file, int octets, int limit) {
      super(
          "store.file.too-large",
          file,
          "would have " + octets + " octets; at most " + limit + " are read",
          "put less, or remove what is not needed first; nothing was changed");
    }
  }

  /** Test data stands where production data belongs, or the other way round. */
  static final class WrongMode extends FileStoreException {

    private static final long serialVersionUID = 1L;

    WrongMode(Path file, String found, String expected) {
      super(
          "store.file.mode",
          file,
          "holds " + Quote.of(found) + " data, and " + expected + " data is expected here",
          "move the directory back to where it was; nothing was changed");
    }
  }
}
