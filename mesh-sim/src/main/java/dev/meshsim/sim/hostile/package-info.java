/**
 * Portals that lie to their clients. {@link dev.meshsim.sim.hostile.HostileBehaviour} is the table
 * of lies: scenario steps, their reference and simulations read it. {@link
 * dev.meshsim.sim.hostile.HostilePortal} wraps a portal and tells the lies that are switched on. It
 * has what the operator of a portal has: the messages that pass, and keys of its own. It has no
 * part in the wrapped portal and holds no secret of a client, so that no lie needs more than an
 * attacker has.
 */
@NullMarked
package dev.meshsim.sim.hostile;

import org.jspecify.annotations.NullMarked;
