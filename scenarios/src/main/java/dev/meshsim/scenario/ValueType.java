package dev.meshsim.scenario;

/** The type of a key's value. */
public enum ValueType {
  /** The machine that acts, one of {@code machines}. */
  ACTOR("a machine", "desktop"),
  /** Another machine of the scenario. */
  MACHINE("a machine", "phone"),
  /** A portal of the scenario. */
  PORTAL("a portal of the scenario", "example.com"),
  /** {@code user@domain}. */
  ACCOUNT("an account, user@domain", "alice@example.com"),
  /** Several accounts. */
  ACCOUNTS("an account or a list of accounts", "[alice@two.example]"),
  /** Any text. */
  TEXT("a text", "Alice Desktop"),
  /** Several texts. */
  TEXTS("a text or a list of texts", "[bank.com]"),
  /** {@code true} or {@code false}. */
  FLAG("true or false", "true"),
  /** A time that passes. */
  DURATION("a time: a number of seconds, minutes, hours, days or weeks", "8 days"),
  /** {@code K of N}. */
  QUORUM("K of N, two numbers from 1 to 15", "2 of 4"),
  /** Shares of an escrow, by number. */
  SHARES(
      "a list of shares: a number, or a machine and a number, perhaps followed by \"with a typo\"",
      "[1, 3]"),
  /** How an administrator closes a connection request. */
  DECISION("ACCEPTED or REJECTED", "ACCEPTED"),
  /** The version that decides a conflict. */
  SIDE("mine or theirs", "mine"),
  /** A kind of application profile. */
  APPLICATION("PasswordProfile", "PasswordProfile"),
  /** The exact text of a message to the portal. */
  MESSAGE("a message's exact text", "'{\"Hello\":{}}'");

  private final String accepted;
  private final String example;

  ValueType(String accepted, String example) {
    this.accepted = accepted;
    this.example = example;
  }

  /** The accepted values, in words for a message. */
  public String accepted() {
    return accepted;
  }

  /** An example of a value, as written in a file. */
  public String example() {
    return example;
  }
}
