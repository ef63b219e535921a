/**
 * The results directory of a run. {@code ResultsDirectory} replaces files that an earlier run made
 * and no others; {@code ResultsFiles} knows which these are, from the runner and from every report.
 * {@code ResultsClaim} admits one run at a time, {@code ScenarioPlace} has the directories of one
 * scenario, and {@code MachinesPlace} the stores of its machines. {@link
 * dev.meshsim.scenario.results.ResultsException} lists the reasons for which a directory is
 * refused.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.scenario.results;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
