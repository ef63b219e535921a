package dev.meshsim.cli;

import java.io.PrintStream;

/**
 * The streams a command writes to.
 *
 * @param out results
 * @param errors everything else
 */
record Console(PrintStream out, PrintStream errors) {}
