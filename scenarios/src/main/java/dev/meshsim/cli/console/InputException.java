package dev.meshsim.cli.console;

import dev.meshsim.error.MeshException;

/** An argument that cannot be used. */
public final class InputException extends MeshException {

  private static final long serialVersionUID = 1L;

  public InputException(String problem, String hint) {
    super("cli.input", problem, hint);
  }
}
