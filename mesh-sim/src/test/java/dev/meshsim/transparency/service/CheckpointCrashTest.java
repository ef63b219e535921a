package dev.meshsim.transparency.service;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.WeakFiles;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LineWriter;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.RecordKey;
import dev.meshsim.log.jlog.JlogPortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.protect.PortalKeyring;
import dev.meshsim.sim.disk.CrashPoints;
import dev.meshsim.sim.disk.CrashPoints.Report;
import dev.meshsim.sim.disk.CrashPoints.Step;
import dev.meshsim.sim.disk.FaultMode;
import dev.meshsim.transparency.MapHead;
import dev.meshsim.transparency.tree.TreeHasher;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Cuts a portal that makes checkpoints at every operation of its disk. What it has signed before,
 * checkpoints and the leaves of receipts, is what its log still says.
 */
class CheckpointCrashTest {

  private static final Path ROOT = Path.of("/portal");
  private static final World WORLD = World.seeded(24);
  private static final PortalKeyring KEYS =
      new PortalKeyring(WORLD, "mesh.example", new MemoryPortalStore());

  /** A store and the checkpoints of its log. */
  private record Logged(PortalStore store, PortalLog log) implements AutoCloseable {

    static Logged over(PortalStore store) {
      return new Logged(
          store,
          new PortalLog(WORLD, "mesh.example", store, KEYS::logSigner, CheckpointPolicy.USUAL));
    }

    /** Every record by its leaf, every checkpoint by its root, and the note of the last one. */
    List<String> content() {
      List<String> all = new ArrayList<>();
      for (RecordKey key : store.keysAfter(0, 100)) {
        all.add(key + " " + store.tree().proofs().leaf(key.number() - 1).hex().substring(0, 6));
        if (MapHead.is(key.log(), key.primaryKey())) {
          all.add("checkpoint " + store.tree().head(key.number()).root().hex().substring(0, 6));
        }
      }
      log.last()
          .ifPresent(
              head -> all.add(head.note().octets().utf8().lines().limit(3).toList().toString()));
      return List.copyOf(all);
    }

    @Override
    public void close() {
      store.close();
    }
  }

  private static final class Portal implements CrashPoints.Subject<Logged, List<String>> {

    @Override
    public Logged open(DurableFiles files) {
      return Logged.over(
          JlogPortalStore.open(
              ROOT.resolve("mesh.jlog"), ROOT.resolve("portal.jlog"), files, warning -> {}));
    }

    @Override
    public List<String> content(Logged logged) {
      return logged.content();
    }
  }

  private static CrashPoints.Act<Logged> put(Change... changes) {
    return logged ->
        logged
            .store()
            .transact(
                tx -> {
                  List.of(changes).forEach(tx::put);
                  return true;
                });
  }

  private static Change write(LogName log, String key, String text) {
    return Change.update(log, key, List.of(), Bytes.utf8(text), WORLD.now());
  }

  private static CrashPoints<Logged, List<String>> crashPoints() {
    CrashPoints.Act<Logged> checkpoint = logged -> logged.log().makeNow();
    List<CrashPoints.Act<Logged>> acts =
        List.of(
            put(write(LogName.MESH, "MA", "1"), write(LogName.PORTAL, "Account$a", "2")),
            checkpoint,
            put(write(LogName.MESH, "MA", "3")),
            put(write(LogName.PORTAL, "Pending-MA", "4")),
            checkpoint,
            put(Change.delete(LogName.MESH, "MA", WORLD.now())),
            checkpoint);
    // The same on a store without a disk says what the log has after each step.
    Logged model = Logged.over(new MemoryPortalStore());
    List<Step<Logged, List<String>>> steps = new ArrayList<>();
    for (int i = 0; i < acts.size(); i++) {
      steps.add(step("step " + i, acts.get(i), model));
    }
    Change more = write(LogName.PORTAL, "Z", "5");
    return CrashPoints.of(
        ROOT,
        new Portal(),
        List.of(),
        steps,
        new Step<>("further", put(more), shown -> withRecord(shown, more)));
  }

  /** The content with one record more, whatever was there; the note comes last. */
  private static List<String> withRecord(List<String> shown, Change change) {
    List<String> all = new ArrayList<>(shown);
    long number = all.stream().filter(line -> line.startsWith("RecordKey")).count() + 1;
    Bytes leaf =
        new TreeHasher().leaf(LineWriter.record(change.log(), DataItem.of(number, null, change)));
    boolean noted = !all.isEmpty() && all.get(all.size() - 1).startsWith("[mesh.example");
    all.add(
        noted ? all.size() - 1 : all.size(),
        new RecordKey(number, change.log(), change.primaryKey())
            + " "
            + leaf.hex().substring(0, 6));
    return List.copyOf(all);
  }

  private static Step<Logged, List<String>> step(
      String name, CrashPoints.Act<Logged> act, Logged model) {
    List<String> before = model.content();
    try {
      act.on(model);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    List<String> after = model.content();
    // After a step that failed, a checkpoint has nothing to cover.
    return new Step<>(name, act, shown -> shown.equals(before) ? after : shown);
  }

  private static final CrashPoints<Logged, List<String>> POINTS = crashPoints();

  @ParameterizedTest
  @EnumSource(FaultMode.class)
  void whatWasSignedStays(FaultMode mode) {
    Report report = POINTS.enumerate(mode).requireNone();
    assertTrue(report.points() >= 10, report.toString());
  }

  @Test
  void aLogThatNeverForcesIsCaught() {
    assertFalse(
        POINTS
            .through(WeakFiles::withoutForce)
            .enumerate(FaultMode.POWER_CUT)
            .violations()
            .isEmpty());
  }
}
