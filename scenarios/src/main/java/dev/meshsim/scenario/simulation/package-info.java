/**
 * The simulator: it makes plans from a seed, runs them under the oracles, and makes the plan of a
 * finding smaller. A plan is a scenario: the same steps, the same runner, and a file that {@code
 * mesh-sim run} repeats.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.scenario.simulation;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
