/**
 * The scenario format: what a file under {@code scenarios/} may say. {@link
 * dev.meshsim.scenario.StepKinds} is the one table of steps, their members and their expectations;
 * {@link dev.meshsim.scenario.ScenarioReader} checks a file against it and reports every problem of
 * the file at once, each with its place, what is accepted and the nearest known word; {@link
 * dev.meshsim.scenario.StepReference} turns the same table into {@code docs/scenarios.md}. A {@link
 * dev.meshsim.scenario.Scenario} that exists is therefore well formed; running it is the business
 * of {@code dev.meshsim.scenario.run}.
 */
@NullMarked
package dev.meshsim.scenario;

import org.jspecify.annotations.NullMarked;
