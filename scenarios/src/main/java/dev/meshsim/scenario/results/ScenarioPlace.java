package dev.meshsim.scenario.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * The directories of one run of one scenario.
 *
 * @param label the scenario's name in the report; with the store's name if it is run over several
 * @param store the kind of store of its machines, and of its portal if that kind can keep one
 * @param results the directory of its results
 * @param stores the parent of the directories of each machine and of the portal
 */
public record ScenarioPlace(String label, RunStore store, Path results, Path stores) {

  /** Removes the results of a case that was stopped, and the data of its machines. */
  public void discard() {
    if (Files.isDirectory(results, LinkOption.NOFOLLOW_LINKS)) {
      ResultsDirectory.delete(results);
    }
    if (store.machines().keepsFiles() && Files.isDirectory(stores, LinkOption.NOFOLLOW_LINKS)) {
      try {
        new MachinesPlace(results.resolveSibling(""), stores, store.name()).remove();
        Files.delete(stores);
      } catch (IOException e) {
        throw ResultsException.io(stores, e);
      }
    }
  }
}
