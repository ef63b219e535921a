package dev.meshsim.store.registry;

import java.nio.file.Path;

/**
 * A place in a file, for messages.
 *
 * @param line from 1; 0 if it is the file as a whole
 */
record Place(Path file, int line) {

  /** Of what was not read from a file, and is therefore not wrong. */
  static final Place NONE = new Place(Path.of("registry"), 0);

  static Place of(Path file) {
    return new Place(file, 0);
  }

  @Override
  public String toString() {
    return line == 0 ? file.toString() : file + ":" + line;
  }
}
