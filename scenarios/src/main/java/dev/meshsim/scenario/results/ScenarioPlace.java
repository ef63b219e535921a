package dev.meshsim.scenario.results;

import java.nio.file.Path;

/**
 * Where one run of one scenario happens.
 *
 * @param label the scenario's name in the report; with the store's name if it is run over several
 * @param store what its machines, and if it can the portal, keep their data in
 * @param results the directory of its results
 * @param stores the directory with a directory for each machine, and for the portal
 */
public record ScenarioPlace(String label, RunStore store, Path results, Path stores) {}
