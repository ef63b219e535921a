package dev.meshsim.scenario.results;

import java.nio.file.Path;

/**
 * The directories of one run of one scenario.
 *
 * @param label the scenario's name in the report; with the store's name if it is run over several
 * @param store the kind of store of its machines, and of its portal if that kind can keep one
 * @param results the directory of its results
 * @param stores the parent of the directories of each machine and of the portal
 */
public record ScenarioPlace(String label, RunStore store, Path results, Path stores) {}
