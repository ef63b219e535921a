package dev.meshsim.scenario.yaml;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;

/** A file that could not be read as YAML at all; carries the one problem that stopped it. */
public final class YamlException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    DUPLICATE_KEY("scenario.duplicate-key", "A mapping has one key twice.", "keep one of the two"),
    NOT_PLAIN_YAML(
        "scenario.not-plain-yaml",
        "The file uses YAML that a scenario does not allow: aliases, anchors, tags or documents.",
        "write the values out, without aliases, anchors and tags"),
    SYNTAX(
        "scenario.syntax",
        "The file is not readable as text or as YAML.",
        "correct the file at the place that the message names"),
    TOO_LARGE(
        "scenario.too-large",
        "The file is larger or deeper than any scenario is.",
        "divide the scenario, and check its brackets");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private final transient Problem reason;

  YamlException(Place place, Code code, String text, String hint) {
    super(code, place.toString(), text, hint, null);
    this.reason = new Problem(place, code, text, hint);
  }

  /** The problem with its place. */
  public Problem reason() {
    return reason;
  }
}
