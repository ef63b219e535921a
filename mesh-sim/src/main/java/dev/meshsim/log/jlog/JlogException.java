package dev.meshsim.log.jlog;

import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import dev.meshsim.log.LogName;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A {@code .jlog} file that cannot be read as the log it should be; one nested class for each
 * reason.
 */
public abstract class JlogException extends MeshException {

  private static final long serialVersionUID = 1L;

  JlogException(String code, Path file, String problem, String hint) {
    this(code, file, problem, hint, null);
  }

  JlogException(String code, Path file, String problem, String hint, @Nullable Throwable cause) {
    super(code, Quote.of(file), problem, hint, cause);
  }

  /**
   * A record that was there when the log was opened, or was written since, and is there no more.
   */
  public static final class RecordGone extends JlogException {

    private static final long serialVersionUID = 1L;

    RecordGone(Path file, long offset, int number, @Nullable Throwable cause) {
      super(
          "log.changed",
          file,
          "at octet " + offset + " the record TID:" + number + " is not there any more",
          "stop the portal and find out who changed the file; then open it again to have it checked",
          cause);
    }
  }

  /** A log that is broken before its end, where no crash can have broken it. */
  public static final class Damaged extends JlogException {

    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final long line;
    private final long offset;

    Damaged(Path file, long line, long offset, String what, @Nullable Throwable cause) {
      super(
          "log.damaged",
          file,
          "line " + line + ", at octet " + offset + ": " + what,
          "restore the file from a copy; to go on without this line and all after it,"
              + " keep a copy and cut the file to "
              + offset
              + " octets",
          cause);
      this.file = file;
      this.line = line;
      this.offset = offset;
    }

    /** The log. */
    public Path file() {
      return file;
    }

    /** The damaged line, the header's being 1. */
    public long line() {
      return line;
    }

    /** Where the damaged line begins, in octets from 0. */
    public long offset() {
      return offset;
    }
  }

  /** A file that does not begin as a log does. */
  public static final class BadHeader extends JlogException {

    private static final long serialVersionUID = 1L;

    BadHeader(Path file, LogName expected, String found) {
      super(
          "log.header",
          file,
          "line 1 " + found + "; expected " + header(expected),
          "check the path; the file was not changed");
    }

    private static String header(LogName log) {
      return "{\"Header\":{\"Type\":\"Data\",\"Content\":\"" + log.content() + "\",...}}";
    }
  }

  /** Two logs that are each whole but are not of one portal, or not of one moment. */
  public static final class Mismatch extends JlogException {

    private static final long serialVersionUID = 1L;

    Mismatch(Path file, long missing, Path other, long present) {
      super(
          "log.mismatch",
          file,
          "lacks the record TID:" + missing + ", though " + other + " goes on to TID:" + present,
          "restore both files from the same copy; neither was changed");
    }
  }

  /** The log of the one kind where the log of the other is expected. */
  public static final class Swapped extends JlogException {

    private static final long serialVersionUID = 1L;

    Swapped(Path file, LogName expected, LogName found) {
      super(
          "log.swapped",
          file,
          "is the log of " + found.content() + ", not of " + expected.content(),
          "give the mesh log first and the portal log second; the file was not changed");
    }
  }
}
