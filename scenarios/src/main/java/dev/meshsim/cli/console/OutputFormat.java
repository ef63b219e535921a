package dev.meshsim.cli.console;

/** The output format of results; the names are the values of {@code --format}. */
public enum OutputFormat {
  /** For people. */
  text,
  /** For programs. */
  json
}
