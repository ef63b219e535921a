/**
 * A simulated disk: a layer of {@link dev.meshsim.files.DurableFiles} that keeps files in memory,
 * knows what was forced, and fails as disks fail. {@link dev.meshsim.sim.disk.FaultyFiles} are the
 * files as one process has them, {@link dev.meshsim.sim.disk.FaultMode} is the table of faults, and
 * {@link dev.meshsim.sim.disk.SimulatedDisk} is the disk of a machine or a portal that goes on from
 * process to process. Crash tests of stores use it as simulations do.
 */
@NullMarked
package dev.meshsim.sim.disk;

import org.jspecify.annotations.NullMarked;
