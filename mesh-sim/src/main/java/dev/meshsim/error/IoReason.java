package dev.meshsim.error;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** The operating system's reason for a failed file operation, in plain words. */
public final class IoReason {

  /** The system's words for a standard stream that the process was started without. */
  private static final String CLOSED = "Bad file descriptor";

  private IoReason() {}

  /** The reason as a clause without the file's name, which the caller adds. */
  public static String of(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file or directory";
    } else if (e instanceof FileAlreadyExistsException) {
      return "something of that name is there already";
    } else if (e instanceof java.nio.file.AccessDeniedException) {
      return "permission denied";
    } else if (e instanceof NotDirectoryException) {
      return "it is not a directory";
    } else if (e instanceof DirectoryNotEmptyException) {
      return "the directory is not empty";
    }
    if (CLOSED.equals(e.getMessage())) {
      return "it is closed";
    }
    String said = e instanceof FileSystemException known ? known.getReason() : e.getMessage();
    return said == null || said.isBlank()
        ? "the system does not say why (" + e.getClass().getSimpleName() + ")"
        : said.replace('\n', ' ');
  }
}
