package dev.meshsim.scenario.run;

import dev.meshsim.jose.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run is asked to do besides its scenarios.
 *
 * @param seed every world of the run depends on it
 * @param suite the algorithms instead of each scenario's own
 * @param store where the machines keep their data, a name of {@link
 *     dev.meshsim.machine.MachineStores}
 */
public record RunOptions(long seed, Optional<Suite> suite, String store) {

  /** The seed where none is given: the day developer-08 is dated. */
  public static final long DEFAULT_SEED = 20190404;

  /** The store where none is given. */
  public static final String DEFAULT_STORE = "memory";

  /** The default seed, each scenario's own suite, machines in memory. */
  public static final RunOptions DEFAULT =
      new RunOptions(DEFAULT_SEED, Optional.empty(), DEFAULT_STORE);

  /** The options as a run's identity states them. */
  List<String> stated() {
    List<String> stated = new ArrayList<>();
    suite.ifPresent(chosen -> stated.add("suite=" + chosen.label()));
    stated.add("store=" + store);
    return stated;
  }
}
