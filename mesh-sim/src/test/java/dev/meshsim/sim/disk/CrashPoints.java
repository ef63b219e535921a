package dev.meshsim.sim.disk;

import dev.meshsim.files.DurableFiles;
import dev.meshsim.sim.disk.Openings.AfterCut;
import dev.meshsim.sim.disk.Openings.Opening;
import dev.meshsim.sim.disk.Openings.Shown;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Cuts a workload at every operation, one after the other, and looks at what is left.
 *
 * <p>For n = 0, 1, 2, ... the workload runs on a fresh disk that fails at operation n, until the
 * fault no longer fires. After each fault the store is opened again and must hold exactly what was
 * acknowledged, plus at most the one step in flight, whole. What it then shows must survive a power
 * cut, so a store forces what it finds when it opens: a killed process may have written it without
 * forcing it. Opening must itself survive being cut at every operation; and the store must take a
 * further step and still hold it when it is opened once more. Equal disks are opened once ({@link
 * Openings}): keep one object for all modes, and open stores that act alike on equal disks.
 *
 * @param <T> the store
 * @param <S> its content, as a value with {@code equals}
 */
public final class CrashPoints<T extends AutoCloseable, S> {

  /** How a store is opened and read. */
  public interface Subject<T, S> {

    /** Opens the store; the directory that the disk was made with exists. */
    T open(DurableFiles files);

    /** All that the store holds. */
    S content(T store);
  }

  /** One step on a store; it may throw anything. */
  @FunctionalInterface
  public interface Act<T> {
    /** Acts, and returns when the change is acknowledged. */
    void on(T store) throws Exception;
  }

  /** The states that an unacknowledged step may leave behind. */
  @FunctionalInterface
  public interface InFlight<S> {
    /** Every content that may follow {@code before}, and {@code before} itself. */
    Set<S> after(S before);
  }

  /** One acknowledged change: what to do, and what it does to the content. */
  public record Step<T, S>(String name, Act<T> act, UnaryOperator<S> effect, InFlight<S> inFlight) {

    /** A step that is there whole or not at all. */
    public Step(String name, Act<T> act, UnaryOperator<S> effect) {
      this(name, act, effect, before -> Set.of(before, effect.apply(before)));
    }
  }

  /**
   * The result of an enumeration.
   *
   * @param mode the fault
   * @param points how many operations the workload has, each of which was cut
   * @param reopened how many disks the store was opened on after a fault, cuts while opening
   *     included
   * @param different how many of them differ, in all modes so far; the others are opened once
   * @param violations what was lost, torn or invented; empty if all is well
   */
  public record Report(
      FaultMode mode, int points, int reopened, int different, List<String> violations) {

    /** Fails with the first violations, if there are any. */
    public Report requireNone() {
      if (!violations.isEmpty()) {
        throw new AssertionError(
            this + "\n" + String.join("\n", violations.subList(0, Math.min(5, violations.size()))));
      }
      return this;
    }

    /** One line for a table. */
    @Override
    public String toString() {
      return mode
          + ": "
          + points
          + " points, "
          + reopened
          + " reopened, "
          + different
          + " different so far, "
          + violations.size()
          + " violations";
    }
  }

  /** A run with a fault: what the store may hold then, and the disk that each mode leaves. */
  private record Faulty<S>(
      boolean fired, String fault, Set<S> allowed, Map<FaultMode, FaultyFiles> left) {}

  private static final int MOST_POINTS = 100_000;
  private static final List<FaultMode> ENDS =
      Stream.of(FaultMode.values()).filter(FaultMode::endsProcess).toList();

  private final Path root;
  private final Subject<T, S> subject;
  private final S empty;
  private final List<Step<T, S>> steps;
  private final Step<T, S> further;
  private final UnaryOperator<DurableFiles> layer;
  private final Openings<T, S> openings;
  private final List<Faulty<S>> ended = new ArrayList<>();
  private int reopened;
  private List<String> violations = new ArrayList<>();

  private CrashPoints(
      Path root,
      Subject<T, S> subject,
      S empty,
      List<Step<T, S>> steps,
      Step<T, S> further,
      UnaryOperator<DurableFiles> layer) {
    this.root = root;
    this.subject = subject;
    this.empty = empty;
    this.steps = List.copyOf(steps);
    this.further = further;
    this.layer = layer;
    this.openings = new Openings<>(subject, further.act(), layer);
  }

  /**
   * Prepares an enumeration.
   *
   * @param root a directory name; it exists on every disk
   * @param empty the content of a new store
   * @param steps the workload
   * @param further a step that works after any part of the workload
   */
  public static <T extends AutoCloseable, S> CrashPoints<T, S> of(
      Path root, Subject<T, S> subject, S empty, List<Step<T, S>> steps, Step<T, S> further) {
    return new CrashPoints<>(root, subject, empty, steps, further, files -> files);
  }

  /**
   * This enumeration over a layer between the store and the disk, for example one that omits a
   * force.
   */
  public CrashPoints<T, S> through(UnaryOperator<DurableFiles> between) {
    return new CrashPoints<>(root, subject, empty, steps, further, between);
  }

  /** Cuts at every operation in one mode. */
  public Report enumerate(FaultMode mode) {
    reopened = 0;
    violations = new ArrayList<>();
    for (int n = 0; n < MOST_POINTS; n++) {
      Faulty<S> faulty = mode.endsProcess() ? ended(n) : failed(mode, n);
      if (!faulty.fired()) {
        return new Report(mode, n, reopened, openings.different(), List.copyOf(violations));
      }
      inspect(mode + " at " + faulty.fault(), faulty.left().get(mode), faulty.allowed());
    }
    throw new AssertionError("the workload has more than " + MOST_POINTS + " operations");
  }

  /** The run that ends at operation n, once for all modes: nothing happens after the end. */
  private Faulty<S> ended(int n) {
    while (ended.size() <= n) {
      Cuts cuts = new Cuts(ENDS, ended.size());
      FaultyFiles files = FaultyFiles.ending(root, ended.size(), cuts);
      Set<S> allowed = runWorkload(files);
      Map<FaultMode, FaultyFiles> left = new EnumMap<>(FaultMode.class);
      cuts.all().forEach(cut -> left.put(cut.mode(), FaultyFiles.on(cut.left())));
      ended.add(new Faulty<>(files.fired(), files.fault(), allowed, left));
    }
    return ended.get(n);
  }

  private Faulty<S> failed(FaultMode mode, int n) {
    FaultyFiles files = FaultyFiles.failing(root, mode, n);
    Set<S> allowed = runWorkload(files);
    return new Faulty<>(files.fired(), files.fault(), allowed, Map.of(mode, files));
  }

  /** Runs all steps, or those before the process ends; returns what may be held then. */
  private Set<S> runWorkload(FaultyFiles files) {
    Set<S> allowed = Set.of(empty);
    try {
      T store = subject.open(layer.apply(files));
      for (Step<T, S> step : steps) {
        Set<S> after = new LinkedHashSet<>();
        try {
          step.act().on(store);
          allowed.forEach(content -> after.add(step.effect().apply(content)));
        } catch (Throwable e) {
          requireFired(files, step.name(), e);
          allowed.forEach(content -> after.addAll(step.inFlight().after(content)));
        }
        allowed = after;
        if (files.crashed()) {
          return allowed;
        }
      }
      store.close();
    } catch (Throwable e) {
      requireFired(files, "open and close", e);
    }
    return allowed;
  }

  private static void requireFired(FaultyFiles files, String step, Throwable e) {
    if (!files.fired()) {
      throw new AssertionError(step + " failed without a fault", e);
    }
  }

  private void inspect(String where, FaultyFiles files, Set<S> allowed) {
    Opening<S> opening = openings.of(files);
    for (AfterCut<S> cut : opening.afterCuts()) {
      require(where + ", " + cut.where(), cut.shown(), allowed);
    }
    if (!require(where, opening.shown(), allowed)) {
      return;
    }
    if (opening.closed() != null) {
      violations.add(where + ": closing failed: " + opening.closed());
    }
    S shown = opening.shown().content();
    if (require(where + ", then the power failed", opening.afterPowerCut(), Set.of(shown))) {
      Set<S> one = Set.of(further.effect().apply(shown));
      require(where + ", after one more step", opening.afterStep(), one);
    }
  }

  private boolean require(String where, Shown<S> shown, Set<S> allowed) {
    reopened++;
    if (shown.failure() != null) {
      violations.add(where + ": does not open: " + shown.failure());
      return false;
    }
    if (!allowed.contains(shown.content())) {
      violations.add(where + ": holds " + shown.content() + ", not one of " + allowed);
      return false;
    }
    return true;
  }
}
