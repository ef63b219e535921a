package dev.meshsim.files;

import java.nio.file.Path;

/** A symbolic link, a directory or something stranger stands where a file is expected. */
public final class NotAFileException extends FilesException {

  private static final long serialVersionUID = 1L;

  private final FileStatus.Kind found;

  NotAFileException(Path file, FileStatus.Kind found, FileStatus.Kind expected) {
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
