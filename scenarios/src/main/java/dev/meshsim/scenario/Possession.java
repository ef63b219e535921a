package dev.meshsim.scenario;

/** A kind of thing that a machine can have; a step may need one and may make one. */
public enum Possession {
  /** A device profile with its keys. */
  DEVICE("device", "createDevice makes one"),
  /** A personal profile on this machine. */
  SESSION("personal profile", "createAccount, recover and await make one"),
  /** A connection request that this machine has sent. */
  REQUEST("connection request", "connect makes one"),
  /** The list of requests that wait for this machine's decision. */
  PENDING("list of pending requests", "connectPending makes one"),
  /** An escrow entry made on this machine, with its shares. */
  ESCROW("escrow entry", "escrow makes one"),
  /** A backup of this machine's data. */
  BACKUP("backup", "backup makes one"),
  /** An application profile open on this machine. */
  APPLICATION("application profile", "add, application and recoverApplication open one");

  private final String words;
  private final String origin;

  Possession(String words, String origin) {
    this.words = words;
    this.origin = origin;
  }

  /** The thing's name, in words for a message. */
  public String words() {
    return words;
  }

  /** The steps that make it, in words for a message. */
  public String origin() {
    return origin;
  }
}
