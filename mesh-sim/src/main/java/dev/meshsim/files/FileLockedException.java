package dev.meshsim.files;

import java.nio.file.Path;

/** Somebody else has claimed the file, and has not let go of it yet. */
public final class FileLockedException extends FilesException {

  private static final long serialVersionUID = 1L;

  private final String holder;

  FileLockedException(Path file, String holder) {
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
