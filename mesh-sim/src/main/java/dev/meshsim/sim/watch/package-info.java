/**
 * Those who watch the logs of a simulated world's portals. {@link
 * dev.meshsim.sim.watch.SimulatedWitnesses} are witnesses of the product, with faults in front of
 * them.
 */
@NullMarked
package dev.meshsim.sim.watch;

import org.jspecify.annotations.NullMarked;
