/**
 * Sweeps over ranges of seeds that several processes share: the part of a process, the records that
 * it gives back, their merging into one report, and the comparison of two runs of the same seeds.
 * How the parts reach the processes is not decided here; {@code mesh-sim-spark} sends them with
 * Spark.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.scenario.simulation.sweep;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
