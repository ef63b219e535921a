package dev.meshsim.store.file.ssh;

/** What is wrong with the text of a key file; who knows the file's name says it to the user. */
public final class KeyTextException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean passphrase;

  /**
   * Says what is wrong.
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

  public String problem() {
    return String.valueOf(getMessage());
  }

  /** True if the key may be good and is only sealed. */
  public boolean hasPassphrase() {
    return passphrase;
  }
}
