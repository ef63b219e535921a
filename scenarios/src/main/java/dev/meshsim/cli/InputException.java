package dev.meshsim.cli;

import dev.meshsim.error.MeshException;

/** An argument that cannot be used. */
final class InputException extends MeshException {

  private static final long serialVersionUID = 1L;

  InputException(String problem, String hint) {
    super("cli.input", problem, hint);
  }
}
