package dev.meshsim.store.file;

/** What is wrong with the text of a key file; who knows the file's name says it to the user. */
final class KeyTextException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong.
   *
   * @param problem a predicate whose subject is the file, for example {@code ends too early}
   */
  KeyTextException(String problem) {
    super(problem);
  }

  String problem() {
    return String.valueOf(getMessage());
  }
}
