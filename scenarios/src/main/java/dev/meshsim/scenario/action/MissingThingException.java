package dev.meshsim.scenario.action;

import dev.meshsim.error.MeshException;

/** A step needs what no step before it has made, though one might have. */
final class MissingThingException extends MeshException {

  private static final long serialVersionUID = 1L;

  MissingThingException(String machine, String what, String hint) {
    super("scenario.missing", machine + " has no " + what, hint);
  }
}
