/**
 * Runs scenarios. {@link dev.meshsim.scenario.run.Runner} takes {@link
 * dev.meshsim.scenario.Scenario}s one after another, gives each a seeded world of its own, and
 * reports to {@link dev.meshsim.report.RunListener}s. A {@code Stage} is the world of one scenario:
 * its portal and its machines; the {@code *Actions} classes hold one action for each word of {@link
 * dev.meshsim.scenario.StepKinds}, and an action returns what it saw as sentences in the words of
 * the table's expectations, so that judging a step is looking a sentence up.
 *
 * <p>A scenario's world depends on the run's seed and the scenario's name, so adding a scenario
 * changes no other. One that fails or breaks never stops the rest.
 */
@NullMarked
package dev.meshsim.scenario.run;

import org.jspecify.annotations.NullMarked;
