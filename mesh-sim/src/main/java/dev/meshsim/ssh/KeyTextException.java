package dev.meshsim.ssh;

/** A key file's text that cannot be used; the caller adds the name of the file. */
public final class KeyTextException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean passphrase;

  /**
   * Makes the failure.
   *
   * @param problem a predicate whose subject is the file, for example {@code ends too early}
   */
  KeyTextException(String problem) {
    this(problem, false);
  }

  private KeyTextException(String problem, boolean passphrase) {
    super(problem);
    this.passphrase = passphrase;
  }

  static KeyTextException passphrase() {
    return new KeyTextException("is protected by a passphrase", true);
  }

  /** The problem as a predicate whose subject is the file. */
  public String problem() {
    return String.valueOf(getMessage());
  }

  /** True if the key may be good but is protected by a passphrase. */
  public boolean hasPassphrase() {
    return passphrase;
  }
}
