package dev.meshsim.cli.simulate;

import dev.meshsim.scenario.results.ResultsDirectory;
import dev.meshsim.scenario.results.ResultsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The directory of a simulation's findings, and that of its stores while it runs. */
final class SimulationPlace implements AutoCloseable {

  private final Path stores;

  private SimulationPlace(Path stores) {
    this.stores = stores;
  }

  /** Makes the directory of the findings, and an empty one for the stores. */
  static SimulationPlace in(Path results) {
    try {
      Files.createDirectories(results);
      return new SimulationPlace(Files.createTempDirectory(results, "stores-"));
    } catch (IOException e) {
      throw ResultsException.io(results, e);
    }
  }

  Path stores() {
    return stores;
  }

  @Override
  public void close() {
    ResultsDirectory.delete(stores);
  }
}
