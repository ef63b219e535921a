package dev.meshsim.sim.hostile;

/** How a lie of a portal is noticed. */
public enum Notice {
  /** A client refuses the answer or the next one: it knows something that contradicts it. */
  CLIENT("by the client", "a client that knows something which contradicts it refuses it"),
  /** Two people notice it when they compare codes, or miss what should be there. */
  PERSON("by people", "people notice it: codes differ, or what they wait for does not come"),
  /** No client can notice it with what it has. */
  LOG(
      "needs the log",
      "no client can notice it: it would take a log of all versions that everybody checks");

  private final String label;
  private final String meaning;

  Notice(String label, String meaning) {
    this.label = label;
    this.meaning = meaning;
  }

  /** The word of tables. */
  public String label() {
    return label;
  }

  /** The meaning, in a sentence without its capital letter and full stop. */
  public String meaning() {
    return meaning;
  }
}
