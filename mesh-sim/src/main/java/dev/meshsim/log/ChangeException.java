package dev.meshsim.log;

import dev.meshsim.error.MeshException;

/** A change that no log can hold: text that is not Unicode, or too much of it. */
public final class ChangeException extends MeshException {

  private static final long serialVersionUID = 1L;

  ChangeException(String problem, String hint) {
    super("log.bad-change", problem, hint);
  }
}
