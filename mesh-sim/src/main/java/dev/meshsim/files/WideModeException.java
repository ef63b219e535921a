package dev.meshsim.files;

import java.nio.file.Path;

/** A file with secrets that other users may read or change. */
public final class WideModeException extends FilesException {

  private static final long serialVersionUID = 1L;

  WideModeException(Path file, String mode, String atMost) {
    super(
        "files.wide-mode",
        file,
        "has the mode " + mode + ", which lets others in; at most " + atMost + " is accepted",
        "if nobody else used it, run chmod go= on it; otherwise make new keys",
        null);
  }
}
