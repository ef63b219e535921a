package dev.meshsim.cli.console;

import java.io.PrintStream;

/**
 * The output streams of a command.
 *
 * @param out receives results
 * @param errors receives everything else
 */
public record Console(PrintStream out, PrintStream errors) {}
