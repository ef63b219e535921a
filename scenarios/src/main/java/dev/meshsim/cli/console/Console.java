package dev.meshsim.cli.console;

import java.io.PrintStream;

/**
 * The streams a command writes to.
 *
 * @param out results
 * @param errors everything else
 */
public record Console(PrintStream out, PrintStream errors) {}
