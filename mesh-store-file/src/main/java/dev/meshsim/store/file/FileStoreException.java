package dev.meshsim.store.file;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import dev.meshsim.ssh.KeyForm;
import dev.meshsim.ssh.KeyTextException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A directory of this store that cannot be used; the problem line begins with the file. */
public final class FileStoreException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    CHANGED(
        "store.file.changed",
        "The files are good, but not the ones that the open store read or wrote.",
        "close the store and open it again to see what is there now"),
    FAILED(
        "store.file.failed",
        "An earlier change failed, so the store does nothing until it is opened again.",
        "see to the disk, then open the store again; what was acknowledged is intact"),
    INDEX(
        "store.file.index",
        "A file profiles.json or commit.json is missing or not what this store writes.",
        "put back a copy of the whole directory; nothing was changed"),
    INTERRUPTED(
        "store.file.interrupted",
        "A change was cut short after it was decided.",
        "opening the store finishes it"),
    KEY(
        "store.file.key",
        "A key file does not hold the key that it is named after.",
        "put back a copy of this file; nothing was changed"),
    MODE(
        "store.file.mode",
        "Test data is where production data belongs, or the other way round.",
        "move the directory back to where it was; nothing was changed"),
    NAME(
        "store.file.name",
        "A fingerprint is too long to name a file.",
        "no fingerprint of a key is that long: find out where it came from; nothing was changed"),
    PROFILE(
        "store.file.profile",
        "A profile file does not hold the profile that its name says.",
        "put back a copy of the file, or fetch the profile from its portal; nothing was changed"),
    TOO_LARGE(
        "store.file.too-large",
        "A change would make a file larger than what is read.",
        "put less, or remove what is not needed first; nothing was changed"),
    UNFINISHED(
        "store.file.unfinished",
        "A file is left of a change that was cut short before it was decided.",
        "opening the store deletes it; the change was never acknowledged"),
    VERSION(
        "store.file.version",
        "The directory was written by another version of this store.",
        "use the program that wrote it; nothing was changed");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private FileStoreException(
      Code code, Path place, String problem, String hint, @Nullable Throwable cause) {
    super(code, Quote.of(place), problem, hint, cause);
  }

  private FileStoreException(Code code, Path place, String problem) {
    this(code, place, problem, code.hint(), null);
  }

  /** {@code profiles.json} or {@code commit.json} is not what this store writes. */
  static FileStoreException index(Path file, String problem) {
    return new FileStoreException(Code.INDEX, file, Quote.of(problem));
  }

  /** The list is not there, but files are that only it can explain. */
  static FileStoreException missingIndex(Path file, int count) {
    return new FileStoreException(
        Code.INDEX,
        file,
        "is missing, and only it says what the other files here are for; there are " + count,
        "restore it from a copy; keep the other files, and nothing was changed",
        null);
  }

  /** A private half that cannot be read. */
  static FileStoreException unreadableKey(Path file, KeyTextException e) {
    return e.hasPassphrase()
        ? key(file, e.problem(), "remove the passphrase: ssh-keygen -p -N \"\" -f " + file)
        : new FileStoreException(Code.KEY, file, e.problem());
  }

  /** A private half whose public key has another fingerprint than its name says. */
  static FileStoreException otherKey(Path file) {
    return key(
        file,
        "holds another key than the one that it is named after",
        "find out who put it there, then put back copies of both halves");
  }

  /** A public half that is not the one of the private half, which is good. */
  static FileStoreException publicHalf(
      Path file, Path privateHalf, KeyForm form, KeyTextException e) {
    return key(file, e.problem(), "write it anew: " + form.publicCommand(privateHalf, file));
  }

  private static FileStoreException key(Path file, String problem, String hint) {
    return new FileStoreException(Code.KEY, file, problem, hint + "; nothing was changed", null);
  }

  /** A profile file that does not hold the profile that its name says. */
  static FileStoreException profile(Path file, String problem) {
    return new FileStoreException(Code.PROFILE, file, Quote.of(problem));
  }

  /** A commit that opening the store finishes. */
  static FileStoreException interrupted(Path journal) {
    return new FileStoreException(
        Code.INTERRUPTED, journal, "lists a change that was not carried out to its end");
  }

  /** A file that opening the store deletes. */
  static FileStoreException unfinished(Path file) {
    return new FileStoreException(
        Code.UNFINISHED, file, "belongs to a change that was never finished");
  }

  static FileStoreException changed(Path root) {
    return new FileStoreException(
        Code.CHANGED, root, "was changed by another hand while it was open");
  }

  static FileStoreException nameTooLong(Path root, int characters, int limit) {
    return new FileStoreException(
        Code.NAME,
        root,
        "a fingerprint of "
            + characters
            + " characters cannot name a file; at most "
            + limit
            + " can");
  }

  static FileStoreException failed(Path root, Throwable cause) {
    return new FileStoreException(
        Code.FAILED,
        root,
        "an earlier change failed, and nothing more is done: " + problemOf(cause),
        Code.FAILED.hint(),
        cause);
  }

  static FileStoreException otherVersion(Path file, int version) {
    return new FileStoreException(
        Code.VERSION,
        file,
        "has version " + version + "; this program reads version " + ProfilesIndex.VERSION);
  }

  static FileStoreException tooLarge(Path file, int octets, int limit) {
    return new FileStoreException(
        Code.TOO_LARGE, file, "would have " + octets + " octets; at most " + limit + " are read");
  }

  static FileStoreException wrongMode(Path file, String found, String expected) {
    return new FileStoreException(
        Code.MODE,
        file,
        "holds " + Quote.of(found) + " data, and " + expected + " data is expected here");
  }
}
