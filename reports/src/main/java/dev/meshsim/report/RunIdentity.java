package dev.meshsim.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The identity of a run: everything it depends on, so that it can be repeated.
 *
 * @param seed the run's seed
 * @param commit the source's commit, or {@code unknown}
 * @param scenarios SHA-256 of each scenario's file, lower-case hexadecimal, by scenario
 * @param options the command's options as they were understood, {@code suite=P-256} for example
 * @param leftOut the reason why a store is left out of a run over all stores, by the store's name
 * @param jdk version and vendor of the Java runtime
 * @param providers version of each library whose results matter, by name
 */
public record RunIdentity(
    long seed,
    String commit,
    Map<String, String> scenarios,
    List<String> options,
    Map<String, String> leftOut,
    String jdk,
    Map<String, String> providers) {

  /** Copies and sorts. */
  public RunIdentity {
    scenarios = Collections.unmodifiableMap(new TreeMap<>(scenarios));
    options = List.copyOf(options);
    leftOut = Collections.unmodifiableMap(new TreeMap<>(leftOut));
    providers = Collections.unmodifiableMap(new TreeMap<>(providers));
  }
}
