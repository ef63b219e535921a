package dev.meshsim.log;

import dev.meshsim.error.MeshException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A record that was there when the log was opened, or was written since, and is there no more. */
public final class ChangedLogException extends MeshException {

  private static final long serialVersionUID = 1L;

  ChangedLogException(Path file, long offset, int number, @Nullable Throwable cause) {
    super(
        "log.changed",
        file + ": at octet " + offset + " the record TID:" + number + " is not there any more",
        "stop the portal and find out who changed the file; then open it again to have it checked",
        cause);
  }
}
