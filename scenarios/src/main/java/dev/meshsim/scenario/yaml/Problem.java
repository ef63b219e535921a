package dev.meshsim.scenario.yaml;

/**
 * A problem of a scenario file.
 *
 * @param place the position in the file
 * @param code a stable, dotted name, {@code scenario.unknown-key} for example
 * @param text what is wrong and what is accepted, one line
 * @param hint what to do, one line
 */
public record Problem(Place place, String code, String text, String hint) {

  /** The file is not readable as text or as YAML. */
  public static final String SYNTAX = "scenario.syntax";

  /** YAML that a scenario must not use: aliases, anchors, tags, several documents. */
  public static final String NOT_PLAIN = "scenario.not-plain-yaml";

  /** A key that a mapping has twice. */
  public static final String DUPLICATE_KEY = "scenario.duplicate-key";

  /** The file is larger or nested deeper than a scenario may be. */
  public static final String TOO_LARGE = "scenario.too-large";

  /** A key that the schema does not know. */
  public static final String UNKNOWN_KEY = "scenario.unknown-key";

  /** A key that the schema demands is absent. */
  public static final String MISSING_KEY = "scenario.missing-key";

  /** A value of the wrong type or form. */
  public static final String WRONG_TYPE = "scenario.wrong-type";

  /** An account that is not {@code user@domain}. */
  public static final String BAD_ACCOUNT = "scenario.bad-account";

  /** A machine that is not listed, or a thing of a machine that no earlier step has made. */
  public static final String UNDEFINED = "scenario.undefined";

  /** An expectation that the step cannot meet or that does not exist. */
  public static final String BAD_EXPECTATION = "scenario.bad-expectation";

  /** Two lines, as on standard error: the place and the problem, then the hint. */
  public String lines() {
    return place + ": " + text + "\nhint: " + hint;
  }
}
