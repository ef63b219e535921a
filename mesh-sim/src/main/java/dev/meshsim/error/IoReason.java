package dev.meshsim.error;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why the operating system did not do something with a file, in a person's words. */
public final class IoReason {

  private IoReason() {}

  /** The reason alone: the file that it is about is named elsewhere. */
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
    String said = e instanceof FileSystemException known ? known.getReason() : e.getMessage();
    return said == null || said.isBlank()
        ? "the system does not say why (" + e.getClass().getSimpleName() + ")"
        : said.replace('\n', ' ');
  }
}
