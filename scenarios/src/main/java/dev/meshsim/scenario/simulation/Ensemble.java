package dev.meshsim.scenario.simulation;

import dev.meshsim.bytes.Sha256;
import dev.meshsim.sim.Fault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The totals of many seeds. */
public final class Ensemble {

  /** The places of the faults that are planned first and happen later, or never. */
  private static final Set<Fault.Place> HAPPENING =
      EnumSet.of(Fault.Place.MESSAGES, Fault.Place.COMMITS, Fault.Place.DISK, Fault.Place.ROT);

  private final List<Fault> faultsInUse;
  private final SortedMap<String, Integer> operations = new TreeMap<>();
  private final SortedMap<String, Integer> faults = new TreeMap<>();
  private final SortedMap<String, Integer> reached = new TreeMap<>();
  private final MessageDigest digest;
  private int seeds;
  private long events;
  private Duration virtual = Duration.ZERO;

  /** No seed so far. */
  public Ensemble(List<Fault> faultsInUse) {
    this.faultsInUse = List.copyOf(faultsInUse);
    this.digest = Sha256.begin();
  }

  /** Adds the result of the next seed. */
  public void add(SimulationResult result) {
    add(SeedRecord.of(result));
  }

  /** Adds the record of the next seed, which may have been run elsewhere. */
  public void add(SeedRecord record) {
    seeds++;
    events += record.events();
    virtual = virtual.plusMillis(record.virtualMillis());
    SeedRecord.add(record.operations(), operations);
    SeedRecord.add(record.faults(), faults);
    SeedRecord.add(record.reached(), reached);
    digest.update(record.digest().getBytes(StandardCharsets.US_ASCII));
  }

  /** The number of seeds so far. */
  public int seeds() {
    return seeds;
  }

  /** How often each operation was done. */
  public SortedMap<String, Integer> operations() {
    return new TreeMap<>(operations);
  }

  /** How often each fault happened. */
  public SortedMap<String, Integer> faults() {
    return new TreeMap<>(faults);
  }

  /** How often each state was reached that many seeds together should reach. */
  public SortedMap<String, Integer> reached() {
    return new TreeMap<>(reached);
  }

  /** The number of events. */
  public long events() {
    return events;
  }

  /** The time that passed in all simulated worlds. */
  public Duration virtual() {
    return virtual;
  }

  /** The states that no seed has reached, though many together should. */
  public List<String> neverReached() {
    List<String> never = new ArrayList<>(Sometimes.all(faultsInUse));
    never.removeAll(reached.keySet());
    return never;
  }

  /** The faults in use that never happened. */
  public List<String> neverHappened() {
    return faultsInUse.stream()
        .filter(fault -> HAPPENING.contains(fault.place()))
        .map(Fault::label)
        .filter(name -> !faults.containsKey(name))
        .toList();
  }

  /**
   * The totals in lines for a person.
   *
   * @param real the real time of the whole
   */
  public List<String> lines(Duration real) {
    List<String> lines = new ArrayList<>();
    int count = operations.values().stream().mapToInt(Integer::intValue).sum();
    int happened = faults.values().stream().mapToInt(Integer::intValue).sum();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d %s, %,d operations, %,d faults of messages, commits and disks and lies of portals, %,d events",
            seeds,
            seeds == 1 ? "seed" : "seeds",
            count,
            happened,
            events));
    lines.add(
        String.format(
            Locale.ROOT,
            "simulated %s in %.1f s, %,d : 1",
            time(virtual),
            real.toMillis() / 1000.0,
            virtual.toMillis() / Math.max(1, real.toMillis())));
    if (!faults.isEmpty()) {
      lines.add("faults: " + counts(faults));
    }
    lines.add("operations: " + counts(operations));
    return lines;
  }

  private static String time(Duration time) {
    return time.toDays() > 0
        ? String.format(Locale.ROOT, "%,d days", time.toDays())
        : String.format(Locale.ROOT, "%,d minutes", time.toMinutes());
  }

  private static String counts(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  /** The digest over the digests of all seeds, in order; asked for once. */
  public String digest() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
