/**
 * The format of the files in {@code scenarios/}. {@link dev.meshsim.scenario.StepKinds} is the
 * table of steps, their keys and their expectations. {@link
 * dev.meshsim.scenario.reader.ScenarioReader} checks a file against it. {@link
 * dev.meshsim.scenario.StepReference} generates {@code docs/scenarios.md} from the table. A {@link
 * dev.meshsim.scenario.Scenario} is therefore always valid; {@code dev.meshsim.scenario.run} runs
 * it.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.scenario;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
