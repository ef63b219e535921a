/**
 * The commands {@code mesh-sim manager} and {@code mesh-sim connect}. Without a subcommand each is
 * a wizard on a terminal ({@link dev.meshsim.wizard}); each subcommand does one thing of it with
 * options and without a question, and prints its result as text or JSON. Both work on the person's
 * own data, in production mode, and reach portals over HTTP by discovery.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.cli.wizard;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
