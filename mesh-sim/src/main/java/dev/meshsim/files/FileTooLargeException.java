package dev.meshsim.files;

import java.nio.file.Path;

/** A file that is larger than anything the store would have written. */
public final class FileTooLargeException extends FilesException {

  private static final long serialVersionUID = 1L;

  FileTooLargeException(Path file, long octets, long limit) {
    super(
        "files.too-large",
        file,
        "has " + octets + " octets; at most " + limit + " are read",
        "check what it is; nothing of it was used",
        null);
  }
}
