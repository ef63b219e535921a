/**
 * Sweeps over seeds on Spark. The driver cuts a range of seeds into parts; each part is a partition
 * whose task runs the simulator and returns one line of JSON, so that nothing but text crosses
 * between processes. The parts, their merging and their comparison are those of {@code
 * dev.meshsim.scenario.simulation.sweep}.
 */
@NullMarked
package dev.meshsim.spark;

import org.jspecify.annotations.NullMarked;
