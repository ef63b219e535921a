package dev.meshsim.store.registry.hive;

import java.nio.file.Path;

/**
 * A place in a file, for messages.
 *
 * @param line from 1; 0 if it is the file as a whole
 */
public record FileLine(Path file, int line) {

  /** The place of a value that was not read from a file. */
  public static final FileLine NONE = new FileLine(Path.of("registry"), 0);

  public static FileLine of(Path file) {
    return new FileLine(file, 0);
  }

  @Override
  public String toString() {
    return line == 0 ? file.toString() : file + ":" + line;
  }
}
