/**
 * Input and output shared by all commands: the console with its two streams, the output format,
 * paths and files given as arguments, and the error for an argument that cannot be used.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.cli.console;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
