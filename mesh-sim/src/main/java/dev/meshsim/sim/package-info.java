/**
 * The faults of a simulated Mesh. {@link dev.meshsim.sim.Fault} is the table of them: scenario
 * steps, their reference and simulations read it. A fault of the messages is a decorator of {@link
 * dev.meshsim.portal.MeshPortal}, made by {@link dev.meshsim.sim.MessageFaults}, so that the code
 * of the protocol knows nothing of it.
 */
@NullMarked
package dev.meshsim.sim;

import org.jspecify.annotations.NullMarked;
