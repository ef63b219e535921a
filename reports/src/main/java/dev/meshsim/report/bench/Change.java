package dev.meshsim.report.bench;

/** The verdict of a comparison of one row. */
public enum Change {
  /** It became slower. */
  REGRESSED("regressed"),
  /** It became faster. */
  IMPROVED("improved"),
  /** The scores are steady enough to show a change of ten percent, and show none. */
  NONE("no clear change"),
  /** The scores vary too much, or there is one fork only. */
  CANNOT_TELL("cannot tell");

  private final String word;

  Change(String word) {
    this.word = word;
  }

  /** The verdict for people. */
  public String word() {
    return word;
  }
}
