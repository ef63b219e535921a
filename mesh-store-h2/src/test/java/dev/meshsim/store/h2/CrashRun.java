package dev.meshsim.store.h2;

import dev.meshsim.files.DurableFiles;
import dev.meshsim.sim.disk.FaultMode;
import dev.meshsim.sim.disk.FaultyFiles;
import dev.meshsim.store.h2.database.H2File;
import dev.meshsim.store.h2.file.H2Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Runs a workload once for each of its disk operations, cut there, and opens what is left. Simpler
 * than the one of the files package, which also cuts every opening: H2 takes milliseconds to open.
 *
 * @param <T> the store
 */
public final class CrashRun<T extends AutoCloseable> {

  public static final Path ROOT = Path.of("/disk");

  /** Opens, reads, and changes a store of one kind. */
  public interface Subject<T> {

    T open(H2File file);

    String content(T store);

    /** The changes; each returns when it is acknowledged. */
    List<Act<T>> steps();

    /** The name of the database file. */
    String name();
  }

  /** One change. */
  public interface Act<T> {
    void on(T store) throws Exception;
  }

  /** The result of a run. */
  public record Report(
      String subject, H2Settings settings, FaultMode mode, int points, List<String> lost) {
    @Override
    public String toString() {
      return subject
          + ", "
          + settings
          + ", "
          + mode
          + ": "
          + points
          + " points, "
          + lost.size()
          + " lost"
          + (lost.isEmpty() ? "" : ", the first at " + lost.get(0));
    }
  }

  private final Subject<T> subject;
  private final H2Settings settings;
  private final List<String> expected;

  public CrashRun(Subject<T> subject, H2Settings settings) throws Exception {
    this.subject = subject;
    this.settings = settings;
    this.expected = contents();
  }

  /** The content before the first step and after each. */
  private List<String> contents() throws Exception {
    List<String> contents = new ArrayList<>();
    try (T store = open(FaultyFiles.sound(ROOT))) {
      contents.add(subject.content(store));
      for (Act<T> step : subject.steps()) {
        step.on(store);
        contents.add(subject.content(store));
      }
    }
    return contents;
  }

  private T open(DurableFiles files) {
    String layer = LayeredPath.layerOver(files);
    return subject.open(new H2File(ROOT, subject.name(), files, layer, settings));
  }

  /** Tries every point. */
  public Report enumerate(FaultMode mode) {
    return enumerate(mode, false);
  }

  /** Tries the points until something is lost. */
  public Report firstLoss(FaultMode mode) {
    return enumerate(mode, true);
  }

  private Report enumerate(FaultMode mode, boolean first) {
    List<String> lost = new ArrayList<>();
    for (int n = 0; ; n++) {
      if (first && !lost.isEmpty()) {
        return new Report(subject.name(), settings, mode, n, lost);
      }
      FaultyFiles files = FaultyFiles.failing(ROOT, mode, n);
      Set<String> allowed = run(files);
      if (!files.fired()) {
        return new Report(subject.name(), settings, mode, n, lost);
      }
      inspect(files.fault(), files.restart(), allowed, lost, true);
    }
  }

  /** Runs the workload until the process ends; returns what the store may hold then. */
  private Set<String> run(FaultyFiles files) {
    T store = null;
    int acknowledged = 0;
    int begun = 0;
    try {
      store = open(files);
      for (Act<T> step : subject.steps()) {
        begun++;
        step.on(store);
        acknowledged++;
      }
    } catch (Throwable e) {
      if (!files.fired()) {
        throw new AssertionError("failed without a fault", e);
      }
    } finally {
      close(store);
    }
    return new LinkedHashSet<>(expected.subList(acknowledged, begun + 1));
  }

  /** Opens what is left; and what is left of that if the power fails when it has been seen. */
  private void inspect(
      String fault, FaultyFiles left, Set<String> allowed, List<String> lost, boolean again) {
    T store = null;
    try {
      store = open(left);
      String content = subject.content(store);
      if (!allowed.contains(content)) {
        lost.add(fault + ": step " + expected.indexOf(content) + " of those expected");
      } else if (again) {
        FaultyFiles cut = left.afterPowerCut();
        inspect(fault + ", then the power failed", cut, Set.of(content), lost, false);
      }
    } catch (Throwable e) {
      lost.add(fault + ": " + e);
    } finally {
      close(store);
    }
  }

  private static void close(AutoCloseable store) {
    try {
      if (store != null) {
        store.close();
      }
    } catch (Throwable e) {
      // The disk is gone; so is the process.
    }
  }
}
