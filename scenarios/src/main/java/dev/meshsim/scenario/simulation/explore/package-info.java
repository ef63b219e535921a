/**
 * Small worlds, exhaustively: every order of the exchanges of steps that are done at the same time,
 * each with no fault and with one. {@link dev.meshsim.scenario.simulation.explore.Exploration} runs
 * a scenario again and again, from its beginning, each time with another choice at one place where
 * several machines wait for a portal. Runs that come to a state in which another run was before are
 * not followed further: {@link dev.meshsim.scenario.simulation.explore.WorldState} says when two
 * states are equal. A simulation draws a few orders of large worlds; this tries all of a small one.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.scenario.simulation.explore;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
