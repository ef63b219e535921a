package dev.meshsim.schema.check;

/**
 * A place in a text.
 *
 * @param text the name of the text: the file, or the file with the places of the texts that are one
 *     in the other
 * @param line counted from 1
 * @param column in octets, counted from 1
 */
record TextPlace(String text, int line, int column) {

  /** {@code file:line:column}. */
  @Override
  public String toString() {
    return text + ":" + line + ":" + column;
  }
}
