/**
 * The scheduler of a simulation. {@link dev.meshsim.sim.schedule.Scheduler} runs actors one at a
 * time: each runs the real, blocking API on a thread of its own and hands over where a real program
 * waits, at an exchange, a commit or a pause. An {@link dev.meshsim.sim.schedule.Order} says which
 * of those that wait goes on, and when in virtual time.
 */
@NullMarked
package dev.meshsim.sim.schedule;

import org.jspecify.annotations.NullMarked;
