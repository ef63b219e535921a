package dev.meshsim.scenario.yaml;

import dev.meshsim.error.MeshException;

/** A file that could not be read as YAML at all; carries the one problem that stopped it. */
public final class YamlException extends MeshException {

  private static final long serialVersionUID = 1L;

  private final transient Problem reason;

  YamlException(Place place, String code, String text, String hint) {
    super(code, place + ": " + text, hint);
    this.reason = new Problem(place, code, text, hint);
  }

  /** The problem with its place. */
  public Problem reason() {
    return reason;
  }
}
