package dev.meshsim.files;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A failure at a file or directory; the problem line begins with its name. */
public sealed class FilesException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    DENIED(
        "files.denied",
        "The operating system refuses access.",
        "check the owner and the mode of the file and of its directory"),
    DISK_FULL(
        "files.disk-full",
        "The disk has no room for what was to be written.",
        "free some space; what was acknowledged before is intact"),
    EXISTS(
        "files.exists",
        "A new file was to be made, but the name is taken.",
        "move it away, or open it instead"),
    FOREIGN(
        "files.foreign",
        "A file belongs to another user, or the store did not make it.",
        "find out who put it there, then move it away; it was neither read nor changed"),
    IO(
        "files.io",
        "The operating system reports another failure of the disk.",
        "see to the disk; what was acknowledged before is intact"),
    LOCKED(
        "files.locked",
        "Another program has claimed the file.",
        "close it there first; the claim ends with the process"),
    LOST(
        "files.lost",
        "A write did not reach the disk, so the content of the file is not known.",
        "close it, see to the disk, and open it again; it is checked then"),
    MISSING(
        "files.missing", "A file or directory is missing.", "check the path; nothing was created"),
    NOT_A_FILE(
        "files.not-a-file",
        "A symbolic link, a directory or a device is where a file is expected.",
        "find out who put it there, then move it away; it was neither read nor changed"),
    TOO_LARGE(
        "files.too-large",
        "A file is larger than anything the store would have written.",
        "check what it is; nothing of it was used"),
    WIDE_MODE(
        "files.wide-mode",
        "Other users can read or change a file with secrets.",
        "if nobody else used it, run chmod go= on it; otherwise make new keys");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private final transient Path file;

  private FilesException(
      Code code, Path file, String problem, String hint, @Nullable Throwable cause) {
    super(code, Quote.of(file), problem, hint, cause);
    this.file = Objects.requireNonNull(file);
  }

  private FilesException(Code code, Path file, String problem, @Nullable Throwable cause) {
    this(code, file, problem, code.hint(), cause);
  }

  /** The file or directory. */
  public final Path file() {
    return file;
  }

  static FilesException denied(Path file, @Nullable Throwable cause) {
    return new FilesException(Code.DENIED, file, "the operating system refuses access", cause);
  }

  /**
   * A failure of the medium or of the system.
   *
   * @param operation the operation that failed, after "could not"
   */
  public static FilesException io(Path file, String operation, @Nullable Throwable cause) {
    return new FilesException(
        Code.IO,
        file,
        "could not " + operation + (cause == null ? "" : ": " + reason(cause)),
        cause);
  }

  private static String reason(Throwable cause) {
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message.replace('\n', ' ');
  }

  /** No space is left on the medium, or a quota is used up. */
  public static FilesException diskFull(Path file, @Nullable Throwable cause) {
    return new FilesException(
        Code.DISK_FULL, file, "there is no space left for what was to be written", cause);
  }

  /** A name that is taken, where a new file was to be made. */
  public static FilesException exists(Path file, @Nullable Throwable cause) {
    return new FilesException(
        Code.EXISTS, file, "it exists already, and a new file was to be made", cause);
  }

  /** A file whose earlier write did not reach the medium, so that nothing is known of it. */
  public static FilesException lost(Path file, @Nullable Throwable cause) {
    return new FilesException(
        Code.LOST,
        file,
        "an earlier write did not reach the disk, so its content is not known",
        cause);
  }

  /** A name that is not there. */
  public static FilesException missing(Path file, @Nullable Throwable cause) {
    return new FilesException(Code.MISSING, file, "there is no such file or directory", cause);
  }

  static FilesException tooLarge(Path file, long octets, long limit) {
    return new FilesException(
        Code.TOO_LARGE, file, "has " + octets + " octets; at most " + limit + " are read", null);
  }

  static FilesException wideMode(Path file, String mode, String atMost) {
    return new FilesException(
        Code.WIDE_MODE,
        file,
        "has the mode " + mode + ", which lets others in; at most " + atMost + " is accepted",
        null);
  }

  /** A file that another program has claimed and not released yet. */
  public static final class FileLocked extends FilesException {

    private static final long serialVersionUID = 1L;

    private final String holder;

    /**
     * A file that is claimed.
     *
     * @param holder who has it, in words
     */
    public FileLocked(Path file, String holder) {
      super(Code.LOCKED, file, "is held by " + holder, null);
      this.holder = holder;
    }

    /** The holder in words, for example {@code process 123}. */
    public String holder() {
      return holder;
    }
  }

  /** A file that belongs to another user, or that the store did not make. */
  public static final class ForeignFile extends FilesException {

    private static final long serialVersionUID = 1L;

    private ForeignFile(Path file, String problem, String hint) {
      super(Code.FOREIGN, file, problem, hint, null);
    }

    static ForeignFile ofUser(Path file, String owner) {
      return new ForeignFile(
          file,
          "belongs to the user " + owner,
          "run as that user, or use a directory of your own; it was neither read nor changed");
    }

    /**
     * A file that does not look like anything that belongs there.
     *
     * @param expected what would have been accepted, for example {@code a directory of this store}
     */
    public static ForeignFile unknown(Path file, String expected) {
      return new ForeignFile(file, "is not " + expected, Code.FOREIGN.hint());
    }
  }

  /** A symbolic link, a directory or a device where a file is expected. */
  public static final class NotAFile extends FilesException {

    private static final long serialVersionUID = 1L;

    private final FileStatus.Kind found;

    NotAFile(Path file, FileStatus.Kind found, FileStatus.Kind expected) {
      super(
          Code.NOT_A_FILE,
          file,
          "is " + found.words() + ", and " + expected.words() + " is expected",
          null);
      this.found = found;
    }

    /** The kind of thing in the place of the file. */
    public FileStatus.Kind found() {
      return found;
    }
  }
}
