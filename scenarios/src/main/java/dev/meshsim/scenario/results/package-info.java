/**
 * The directory that a run writes its results to. {@code ResultsDirectory} replaces what an earlier
 * run made and nothing else, {@code ResultsClaim} lets one run in at a time, {@code ScenarioPlace}
 * holds the files of one scenario, and {@code MachinesPlace} the stores of its machines. {@link
 * dev.meshsim.scenario.results.ResultsException} lists the reasons for which a directory is
 * refused.
 */
@NullMarked
package dev.meshsim.scenario.results;

import org.jspecify.annotations.NullMarked;
