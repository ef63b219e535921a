package dev.meshsim.log;

import dev.meshsim.error.MeshException;

/** A store that could not write: it refuses all changes until it is opened again. */
public final class StoreLostException extends MeshException {

  private static final long serialVersionUID = 1L;

  StoreLostException(Throwable cause) {
    super(
        "log.lost",
        "the change was not made durable, and no further one is accepted: " + reason(cause),
        "see to the disk, then open the logs again; what was acknowledged is intact",
        cause);
  }

  private static String reason(Throwable cause) {
    return cause instanceof MeshException e ? e.problem() : cause.toString();
  }
}
