package dev.meshsim.sim.disk;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.sim.disk.CrashPoints.Act;
import dev.meshsim.sim.disk.CrashPoints.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a store shows on the disks that faults leave. Most faults leave a disk that another one left
 * already, in each mode and in each cut of an opening; what the store does then is the same, so
 * each disk is opened once and the result is kept.
 *
 * @param <T> the store
 * @param <S> its content
 */
final class Openings<T extends AutoCloseable, S> {

  private static final List<FaultMode> WHILE_OPENING =
      List.of(FaultMode.STOP, FaultMode.TORN_MIDDLE, FaultMode.POWER_CUT, FaultMode.REORDERED);

  /** The content of a store, or why it has none to show. */
  record Shown<S>(@Nullable S content, @Nullable Throwable failure) {}

  /** The content after a cut of an opening; {@code where} says which cut. */
  record AfterCut<S>(String where, Shown<S> shown) {}

  /**
   * All that follows from one disk.
   *
   * @param shown the content when it is opened
   * @param afterPowerCut the content if the power fails once that was seen
   * @param afterStep the content when one more step was taken, or why the step failed
   * @param afterCuts the content after each cut of the opening, its reading and closing
   * @param closed why the store could not be read or closed, or null
   */
  record Opening<S>(
      Shown<S> shown,
      Shown<S> afterPowerCut,
      Shown<S> afterStep,
      List<AfterCut<S>> afterCuts,
      @Nullable Throwable closed) {}

  /** A step that failed, though no fault was due. */
  private static final class StepFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StepFailed(Throwable cause) {
      super("the next step failed: " + cause, cause);
    }
  }

  private final Subject<T, S> subject;
  private final Act<T> further;
  private final UnaryOperator<DurableFiles> layer;
  private final Map<Bytes, Opening<S>> openings = new HashMap<>();
  private final Map<Bytes, Shown<S>> contents = new HashMap<>();

  Openings(Subject<T, S> subject, Act<T> further, UnaryOperator<DurableFiles> layer) {
    this.subject = subject;
    this.further = further;
    this.layer = layer;
  }

  /** All that follows from the disk that these files leave. */
  Opening<S> of(FaultyFiles files) {
    Bytes digest = files.digest();
    Opening<S> known = openings.get(digest);
    if (known == null) {
      known = open(files);
      openings.put(digest, known);
      contents.putIfAbsent(digest, known.shown());
    }
    return known;
  }

  /** How many different disks were looked at. */
  int different() {
    return contents.size();
  }

  private Opening<S> open(FaultyFiles files) {
    Cuts cuts = new Cuts(WHILE_OPENING);
    FaultyFiles opened = files.restart(cuts);
    Shown<S> shown = new Shown<>(null, null);
    Shown<S> afterPowerCut = shown;
    Throwable closed = null;
    try (T store = subject.open(layer.apply(opened))) {
      shown = new Shown<>(subject.content(store), null);
      afterPowerCut = content(opened.afterPowerCut());
    } catch (Throwable e) {
      closed = e;
      if (shown.content() == null) {
        shown = new Shown<>(null, e);
      }
    }
    List<AfterCut<S>> afterCuts = new ArrayList<>();
    for (Cuts.Cut cut : cuts.all()) {
      String where = "then " + cut.mode() + " while opening, at " + cut.fault();
      afterCuts.add(new AfterCut<>(where, content(FaultyFiles.on(cut.left()))));
    }
    return new Opening<>(shown, afterPowerCut, afterStep(files.restart()), afterCuts, closed);
  }

  private Shown<S> afterStep(FaultyFiles files) {
    try (T store = subject.open(layer.apply(files))) {
      further.on(store);
    } catch (Throwable e) {
      return new Shown<>(null, new StepFailed(e));
    }
    return content(files.restart());
  }

  /** Opens the store, without closing it, and looks. */
  private Shown<S> content(FaultyFiles files) {
    return contents.computeIfAbsent(
        files.digest(),
        digest -> {
          try {
            return new Shown<>(subject.content(subject.open(layer.apply(files))), null);
          } catch (Throwable e) {
            return new Shown<>(null, e);
          }
        });
  }
}
