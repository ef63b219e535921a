/**
 * The facts that the oracles read from the octets and records of a run: messages, versions of
 * profiles, and the records that a store may hold after a failed commit. Nothing here decides
 * anything, and nothing is taken from the sessions or from the portal's rules.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.sim.oracle.fact;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
