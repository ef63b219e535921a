package dev.meshsim.log.jlog;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import dev.meshsim.log.LogName;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A {@code .jlog} file that cannot be read as the log that it should be. */
public sealed class JlogException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    ABSENT("store.jlog.absent", "A log file is missing.", "opening the store makes it"),
    CHANGED(
        "store.jlog.changed",
        "A record that was in the log is gone: another program changed the open file.",
        "stop the portal and find out who changed the file; then open it again to have it checked"),
    DAMAGED(
        "store.jlog.damaged",
        "The log is broken before its end, where no crash can have broken it.",
        "restore the file from a copy; to go on without the damaged line and all after it,"
            + " keep a copy and cut the file there"),
    EMPTY(
        "store.jlog.empty",
        "A log has no records and no whole header: its first write was cut short.",
        "opening the store writes the header"),
    HEADER(
        "store.jlog.header",
        "The file does not begin as a log does.",
        "check the path; the file was not changed"),
    MISMATCH(
        "store.jlog.mismatch",
        "The two logs are each whole, but not of one portal or not of one moment.",
        "restore both files from the same copy; neither was changed"),
    SWAPPED(
        "store.jlog.swapped",
        "The mesh log was given for the portal log, or the other way round.",
        "give the mesh log first and the portal log second; the file was not changed"),
    TORN(
        "store.jlog.torn",
        "The last octets of the log are not a whole record: a write was cut short.",
        "opening the store cuts them; they were never acknowledged"),
    UNCOMMITTED(
        "store.jlog.uncommitted",
        "The last records of the log belong to transactions that were not finished.",
        "opening the store cuts them; they were never acknowledged");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private JlogException(
      Code code, Path file, String problem, String hint, @Nullable Throwable cause) {
    super(code, Quote.of(file), problem, hint, cause);
  }

  private JlogException(Code code, Path file, String problem, @Nullable Throwable cause) {
    this(code, file, problem, code.hint(), cause);
  }

  static JlogException recordGone(Path file, long offset, int number, @Nullable Throwable cause) {
    return new JlogException(
        Code.CHANGED,
        file,
        "at octet " + offset + " the record TID:" + number + " is not there any more",
        cause);
  }

  static JlogException header(Path file, LogName expected, String found) {
    String header =
        "{\"Header\":{\"Type\":\"Data\",\"Content\":\"" + expected.content() + "\",...}}";
    return new JlogException(Code.HEADER, file, "line 1 " + found + "; expected " + header, null);
  }

  static JlogException mismatch(Path file, long missing, Path other, long present) {
    return new JlogException(
        Code.MISMATCH,
        file,
        "lacks the record TID:" + missing + ", though " + other + " goes on to TID:" + present,
        null);
  }

  static JlogException swapped(Path file, LogName expected, LogName found) {
    return new JlogException(
        Code.SWAPPED,
        file,
        "is the log of " + found.content() + ", not of " + expected.content(),
        null);
  }

  /** A log that is broken before its end, where no crash can have broken it. */
  public static final class Damaged extends JlogException {

    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final long line;
    private final long offset;
    private final String fault;

    Damaged(Path file, long line, long offset, String what, @Nullable Throwable cause) {
      super(
          Code.DAMAGED,
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
      this.fault = what;
    }

    /** The log. */
    public Path file() {
      return file;
    }

    /** The number of the damaged line; the header is line 1. */
    public long line() {
      return line;
    }

    /** The offset of the damaged line, in octets from 0. */
    public long offset() {
      return offset;
    }

    /** The fault, without its place. */
    String fault() {
      return fault;
    }
  }
}
