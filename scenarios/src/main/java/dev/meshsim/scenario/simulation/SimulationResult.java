package dev.meshsim.scenario.simulation;

import dev.meshsim.scenario.Scenario;
import dev.meshsim.sim.oracle.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The result of one seed.
 *
 * @param seed the seed
 * @param swarm what it drew, and how much the portals have at the end, in lines for a person
 * @param plan all that was done
 * @param outcomes what was seen of each step, by its number
 * @param operations how often each operation was done
 * @param faults how often each fault happened
 * @param reached how often each state was reached that is meant to be, by its name
 * @param virtual the time that passed in the simulated world
 * @param real the time that the run took
 * @param events the number of events
 * @param digest the SHA-256 digest of all events, in hexadecimal
 * @param trace the first octets of the digest of each event
 * @param violations what the oracles found
 */
public record SimulationResult(
    long seed,
    List<String> swarm,
    Scenario plan,
    Map<Integer, List<String>> outcomes,
    SortedMap<String, Integer> operations,
    SortedMap<String, Integer> faults,
    SortedMap<String, Integer> reached,
    Duration virtual,
    Duration real,
    int events,
    String digest,
    long[] trace,
    List<Violation> violations) {

  /** Copies the lists. */
  public SimulationResult {
    swarm = List.copyOf(swarm);
    violations = List.copyOf(violations);
    trace = trace.clone();
  }

  /** The digests of the events; a copy. */
  @Override
  public long[] trace() {
    return trace.clone();
  }

  /** The number of operations. */
  public int operationCount() {
    return operations.values().stream().mapToInt(Integer::intValue).sum();
  }
}
