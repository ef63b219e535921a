/**
 * The {@code mesh-sim} command. {@link dev.meshsim.cli.MeshSim} is its entry; each subcommand is a
 * class. Results go to standard output and nothing else does; what is wrong goes to standard error
 * as a line that says what, and a line that says what to do. Exit codes: 0 done, 1 a scenario did
 * not pass, 2 the command line or an input is wrong, 3 an error of the program itself. No stack
 * trace is ever printed.
 */
@NullMarked
package dev.meshsim.cli;

import org.jspecify.annotations.NullMarked;
