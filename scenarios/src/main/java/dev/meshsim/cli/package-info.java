/**
 * The {@code mesh-sim} command. {@link dev.meshsim.cli.MeshSim} is its entry point, {@code
 * Commands} the registry of its subcommands, and each subcommand is a class. Only results go to
 * standard output. An error is two lines on standard error: the problem, and a hint what to do.
 * Exit codes: 0 done, 1 a scenario did not pass, 2 the command line or an input is wrong, 3 an
 * error of the program itself. No stack trace is ever printed.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.cli;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
