package dev.meshsim.files;

import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something is wrong with a file; the problem line begins with its name. */
public abstract class FilesException extends MeshException {

  private static final long serialVersionUID = 1L;

  private final transient Path file;

  FilesException(String code, Path file, String problem, String hint, @Nullable Throwable cause) {
    super(code, Quote.of(file), problem, hint, cause);
    this.file = Objects.requireNonNull(file);
  }

  /** The file. */
  public final Path file() {
    return file;
  }

  /** The operating system refuses access. */
  public static final class AccessDenied extends FilesException {

    private static final long serialVersionUID = 1L;

    AccessDenied(Path file, @Nullable Throwable cause) {
      super(
          "files.denied",
          file,
          "the operating system refuses access",
          "check the owner and the mode of the file and of its directory",
          cause);
    }
  }

  /** The operating system reports a failure that has no class of its own. */
  public static final class DiskFailed extends FilesException {

    private static final long serialVersionUID = 1L;

    DiskFailed(Path file, String operation, @Nullable Throwable cause) {
      super(
          "files.io",
          file,
          "could not " + operation + (cause == null ? "" : ": " + reason(cause)),
          "see to the disk; what was acknowledged before is intact",
          cause);
    }

    private static String reason(Throwable cause) {
      String message = cause.getMessage();
      return message == null ? cause.getClass().getSimpleName() : message.replace('\n', ' ');
    }
  }

  /** There is no room for what was to be written. */
  public static final class DiskFull extends FilesException {

    private static final long serialVersionUID = 1L;

    DiskFull(Path file, @Nullable Throwable cause) {
      super(
          "files.disk-full",
          file,
          "there is no space left for what was to be written",
          "free some space; what was acknowledged before is intact",
          cause);
    }
  }

  /** A new file was wanted, but the name is taken. */
  public static final class FileExists extends FilesException {

    private static final long serialVersionUID = 1L;

    FileExists(Path file, @Nullable Throwable cause) {
      super(
          "files.exists",
          file,
          "it exists already, and a new file was to be made",
          "move it away, or open it instead",
          cause);
    }
  }

  /** Somebody else has claimed the file, and has not let go of it yet. */
  public static final class FileLocked extends FilesException {

    private static final long serialVersionUID = 1L;

    private final String holder;

    FileLocked(Path file, String holder) {
      super(
          "files.locked",
          file,
          "is held by " + holder,
          "close it there first; the claim ends with the process",
          null);
      this.holder = holder;
    }

    /** Who has it, in words: {@code process 123} for example. */
    public String holder() {
      return holder;
    }
  }

  /** A file that could not be forced to the disk: what is there is not known. */
  public static final class FileLost extends FilesException {

    private static final long serialVersionUID = 1L;

    FileLost(Path file, @Nullable Throwable cause) {
      super(
          "files.lost",
          file,
          "an earlier write did not reach the disk, so its content is not known",
          "close it, see to the disk, and open it again; it is checked then",
          cause);
    }
  }

  /** A file or directory that is not there. */
  public static final class FileMissing extends FilesException {

    private static final long serialVersionUID = 1L;

    FileMissing(Path file, @Nullable Throwable cause) {
      super(
          "files.missing",
          file,
          "there is no such file or directory",
          "check the path; nothing was created",
          cause);
    }
  }

  /** A file that is larger than anything the store would have written. */
  public static final class FileTooLarge extends FilesException {

    private static final long serialVersionUID = 1L;

    FileTooLarge(Path file, long octets, long limit) {
      super(
          "files.too-large",
          file,
          "has " + octets + " octets; at most " + limit + " are read",
          "check what it is; nothing of it was used",
          null);
    }
  }

  /** A file that is not this user's, or that the store did not make. */
  public static final class ForeignFile extends FilesException {

    private static final long serialVersionUID = 1L;

    private ForeignFile(Path file, String problem, String hint) {
      super("files.foreign", file, problem, hint, null);
    }

    /** Another user owns it. */
    static ForeignFile ofUser(Path file, String owner) {
      return new ForeignFile(
          file,
          "belongs to the user " + owner,
          "run as that user, or use a directory of your own; it was neither read nor changed");
    }

    /**
     * It does not look like anything that belongs there.
     *
     * @param expected what would have been accepted, for example {@code a directory of this store}
     */
    public static ForeignFile unknown(Path file, String expected) {
      return new ForeignFile(
          file,
          "is not " + expected,
          "find out who put it there, then move it away; it was neither read nor changed");
    }
  }

  /** A symbolic link, a directory or something stranger stands where a file is expected. */
  public static final class NotAFile extends FilesException {

    private static final long serialVersionUID = 1L;

    private final FileStatus.Kind found;

    NotAFile(Path file, FileStatus.Kind found, FileStatus.Kind expected) {
      super(
          "files.not-a-file",
          file,
          "is " + found.words() + ", and " + expected.words() + " is expected",
          "find out who put it there, then move it away; it was neither read nor changed",
          null);
      this.found = found;
    }

    /** What stands there. */
    public FileStatus.Kind found() {
      return found;
    }
  }

  /** A file with secrets that other users may read or change. */
  public static final class WideMode extends FilesException {

    private static final long serialVersionUID = 1L;

    WideMode(Path file, String mode, String atMost) {
      super(
          "files.wide-mode",
          file,
          "has the mode " + mode + ", which lets others in; at most " + atMost + " is accepted",
          "if nobody else used it, run chmod go= on it; otherwise make new keys",
          null);
    }
  }
}
