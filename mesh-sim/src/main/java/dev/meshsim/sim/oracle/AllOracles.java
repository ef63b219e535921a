package dev.meshsim.sim.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The table of oracles. Every call gives new objects, which have seen nothing. */
public final class AllOracles {

  /** The name of the oracle that sees a run break off. */
  public static final String RUNS_TO_END = "runs-to-end";

  private static final List<Supplier<Oracle>> ALL =
      List.of(
          ProfileChainOracle::new,
          VersionsForwardOracle::new,
          DevicesDecidedOracle::new,
          CodesOracle::new,
          RemovedReadsNothingOracle::new,
          QuorumOracle::new,
          DurableOracle::new,
          PortalDurableOracle::new,
          LogsAgreeOracle::new,
          CheckpointsSignedOracle::new,
          LogLatestOracle::new,
          LogForwardOracle::new,
          SignersSeenOracle::new,
          DenialsOracle::new,
          BitRotOracle::new,
          DeletedKeysOracle::new,
          SecretsOracle::new,
          NoncesOracle::new,
          ForgedOracle::new,
          MachinesIsolatedOracle::new,
          TypedErrorsOracle::new,
          ConvergedOracle::new,
          RunsToEndOracle::new,
          BoundedWorkOracle::new);

  private AllOracles() {}

  /** One oracle of each kind. */
  public static List<Oracle> all() {
    return ALL.stream().map(Supplier::get).toList();
  }

  /** The names of all oracles. */
  public static List<String> names() {
    return all().stream().map(Oracle::name).toList();
  }

  /** The sentence of each oracle by its name, in the order of {@link #names}. */
  public static Map<String, String> laws() {
    Map<String, String> laws = new LinkedHashMap<>();
    all().forEach(oracle -> laws.put(oracle.name(), oracle.law()));
    return laws;
  }

  /**
   * The oracles of these names, in the order of {@link #names}.
   *
   * @throws IllegalArgumentException if one is not a name; the caller checks them first
   */
  public static List<Oracle> named(Collection<String> names) {
    List<Oracle> chosen = new ArrayList<>(all());
    List<String> unknown =
        names.stream().filter(name -> !names().contains(name)).distinct().toList();
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("there is no oracle " + unknown.get(0));
    }
    chosen.removeIf(oracle -> !names.contains(oracle.name()));
    return chosen;
  }
}
