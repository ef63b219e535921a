/**
 * Commands on portal logs: {@code log show}, {@code log verify}, {@code log import}, {@code log
 * export} and {@code log replay}. They read the logs of this project's portals and those of the
 * reference implementation, from files or from a store.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.cli.log;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
