/**
 * The oracles of a simulation: each is one invariant of the Mesh, in one file. {@link
 * dev.meshsim.sim.oracle.Oracles} hands every {@link dev.meshsim.sim.oracle.SimEvent} to the
 * oracles that look at it, with the true history and with what the machines and portals have
 * stored. An oracle is no part of what it checks: it uses the formats and the cryptography, never a
 * session or a portal's rules.
 */
@NullMarked
package dev.meshsim.sim.oracle;

import org.jspecify.annotations.NullMarked;
