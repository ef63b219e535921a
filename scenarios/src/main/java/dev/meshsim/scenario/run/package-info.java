/**
 * The runner of scenarios. {@link dev.meshsim.scenario.run.Runner} runs {@link
 * dev.meshsim.scenario.Scenario}s one after another, each in a seeded world of its own, and sends
 * events to the reports. The actions of {@code dev.meshsim.scenario.action} make the calls; {@code
 * StepJudge} compares the outcome of each with the step's expectations.
 *
 * <p>A scenario's world depends only on the run's seed and the scenario's name, so adding a
 * scenario changes no other. A scenario that fails or breaks off never stops the others.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.scenario.run;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
