package dev.meshsim.cli;

/** How results are printed; the names are the values that {@code --format} takes. */
enum Format {
  /** For people. */
  text,
  /** For programs. */
  json
}
