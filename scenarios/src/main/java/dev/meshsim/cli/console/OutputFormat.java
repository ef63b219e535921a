package dev.meshsim.cli.console;

/** How results are printed; the names are the values that {@code --format} takes. */
public enum OutputFormat {
  /** For people. */
  text,
  /** For programs. */
  json
}
