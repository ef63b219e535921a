package dev.meshsim.scenario.yaml;

/**
 * One thing that is wrong with a scenario file.
 *
 * @param place where
 * @param code a stable, dotted name, {@code scenario.unknown-key} for example
 * @param text what is wrong and what is accepted, one line
 * @param hint what to do, one line
 */
public record Problem(Place place, String code, String text, String hint) {

  /** The file is not readable as text or as YAML. */
  public static final String SYNTAX = "scenario.syntax";

  /** YAML that is allowed elsewhere but not in a scenario: aliases, anchors, tags, documents. */
  public static final String NOT_PLAIN = "scenario.not-plain-yaml";

  /** A key stands twice in one mapping. */
  public static final String DUPLICATE_KEY = "scenario.duplicate-key";

  /** The file is larger or deeper than any scenario is. */
  public static final String TOO_LARGE = "scenario.too-large";

  /** A key that the schema does not know. */
  public static final String UNKNOWN_KEY = "scenario.unknown-key";

  /** A key that the schema demands is absent. */
  public static final String MISSING_KEY = "scenario.missing-key";

  /** A value of the wrong type or form. */
  public static final String WRONG_TYPE = "scenario.wrong-type";

  /** An account that is not {@code user@domain}. */
  public static final String BAD_ACCOUNT = "scenario.bad-account";

  /** A machine, or something a machine should have by then, that nothing before has made. */
  public static final String UNDEFINED = "scenario.undefined";

  /** An expectation that the step cannot meet or that does not exist. */
  public static final String BAD_EXPECTATION = "scenario.bad-expectation";

  /** Two lines, as on standard error: the place and the problem, then the hint. */
  public String lines() {
    return place + ": " + text + "\nhint: " + hint;
  }
}
