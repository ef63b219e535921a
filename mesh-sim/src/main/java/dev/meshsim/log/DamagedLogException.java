package dev.meshsim.log;

import dev.meshsim.error.MeshException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A log that is broken before its end, where no crash can have broken it. */
public final class DamagedLogException extends MeshException {

  private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final long line;
  private final long offset;

  DamagedLogException(Path file, long line, long offset, String what, @Nullable Throwable cause) {
    super(
        "log.damaged",
        file + ": line " + line + ", at octet " + offset + ": " + what,
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
