package dev.meshsim.scenario.yaml;

/**
 * A position in a file.
 *
 * @param file the file's name as the user gave it
 * @param line counted from 1
 * @param column in Unicode characters, counted from 1
 */
public record Place(String file, int line, int column) {

  /** Checks that both counts start at 1. */
  public Place {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("lines and columns count from 1");
    }
  }

  /** {@code file:line:column}, as editors and terminals recognise it. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
