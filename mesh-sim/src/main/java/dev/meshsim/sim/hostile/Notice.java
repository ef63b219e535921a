package dev.meshsim.sim.hostile;

/** How a lie of a portal is noticed. */
public enum Notice {
  /** The answer contradicts what the client knows or can verify. */
  CLIENT("at once", "The client refuses the answer and stores nothing of it."),
  /** An answer after the lie contradicts what the client knows. */
  LATER("later", "The client refuses a later answer, which contradicts what it has seen."),
  /** Somebody else who looks at the portal's log sees what contradicts it. */
  WATCHER(
      "by those who watch the log",
      "A witness or another portal has the evidence. The client is shown nothing that contradicts"
          + " what it has seen."),
  /** Two people notice it when they compare codes, or when they miss what should be there. */
  PERSON("by people", "People notice it: their codes differ, or what they wait for does not come."),
  /** A client has nothing to compare the answer with. */
  LOG(
      "needs the log",
      "No client can notice it with what it has. It would take a verifiable log: one history of all"
          + " versions that everybody checks."),
  /** Nothing that is published would be different. */
  NOBODY("by nobody", "Nobody can notice it, and no log would show it.");

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

  /** The meaning, in sentences. */
  public String meaning() {
    return meaning;
  }
}
