/**
 * The format of the files in {@code scenarios/}. {@link dev.meshsim.scenario.StepKinds} is the
 * table of steps, their keys and their expectations. {@link dev.meshsim.scenario.ScenarioReader}
 * checks a file against it and reports every problem at once, each with its place, the accepted
 * values and the nearest known word. {@link dev.meshsim.scenario.StepReference} generates {@code
 * docs/scenarios.md} from the table. A {@link dev.meshsim.scenario.Scenario} is therefore always
 * valid; {@code dev.meshsim.scenario.run} runs it.
 */
@NullMarked
package dev.meshsim.scenario;

import org.jspecify.annotations.NullMarked;
