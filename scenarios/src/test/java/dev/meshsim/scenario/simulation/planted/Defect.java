package dev.meshsim.scenario.simulation.planted;

/**
 * A defect of the product: a row of the table.
 *
 * @param name what is wrong, in a few words
 * @param type the binary name of the class, without {@code dev.meshsim.}
 * @param method the method, with the lambdas in it; with its descriptor if there are others of that
 *     name
 * @param change what is changed in it
 * @param oracle the oracle that must find it; {@link #TWICE} for the comparison of two runs
 * @param setting how the seeds are run
 */
record Defect(
    String name, String type, String method, Change change, String oracle, Setting setting) {

  /** The name of the check that a seed gives the same digest twice. */
  static final String TWICE = "two runs";

  private static final String PRODUCT = "dev.meshsim.";

  /** A defect that the usual seeds find. */
  Defect(String name, String type, String method, Change change, String oracle) {
    this(name, type, method, change, oracle, Setting.USUAL);
  }

  /** The binary name of the class. */
  String className() {
    return PRODUCT + type;
  }

  /** This defect with other settings. */
  Defect with(Setting other) {
    return new Defect(name, type, method, change, oracle, other);
  }

  /** This defect in another dialect. */
  Defect in(String dialect) {
    Setting other = setting.in(dialect);
    return new Defect(name + ", in " + dialect, type, method, change, oracle, other);
  }

  /** This defect with a budget of seeds. */
  Defect within(int seeds) {
    return with(setting.within(seeds));
  }

  /** The place and the change, {@code session.CatchUp.compare: leaves out requireLater}. */
  @Override
  public String toString() {
    return type + "." + method + ": " + change;
  }
}
