package dev.meshsim.log.jlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.WorkMeter;
import dev.meshsim.log.memory.LogIndex;
import dev.meshsim.sim.disk.CrashPoints;
import dev.meshsim.sim.disk.CrashPoints.Report;
import dev.meshsim.sim.disk.CrashPoints.Step;
import dev.meshsim.sim.disk.FaultMode;
import dev.meshsim.sim.disk.FaultyFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Cuts batches that several transactions share. Since transactions follow each other, what is left
 * of a batch is a beginning of it, never a later transaction without an earlier one.
 */
class BatchCrashTest {

  private static final Instant T0 = Instant.parse("2019-04-04T00:00:00Z");
  private static final Path ROOT = Path.of("/portal");
  private static final Path MESH = ROOT.resolve("mesh.jlog");
  private static final Path PORTAL = ROOT.resolve("portal.jlog");

  /** The store below its transactions, where a batch can be filled before anybody waits for it. */
  private record Batches(LogFile mesh, LogFile portal, LogIndex index, GroupCommit keeper)
      implements AutoCloseable {

    static Batches open(DurableFiles files) {
      WorkMeter meter = new WorkMeter();
      LogFile mesh = LogFile.open(LogName.MESH, MESH, files, meter);
      LogFile portal = LogFile.open(LogName.PORTAL, PORTAL, files, meter);
      LogIndex index = LogLoader.load(mesh, portal, warning -> {});
      return new Batches(
          mesh,
          portal,
          index,
          new GroupCommit(
              mesh,
              portal,
              index,
              meter,
              TreeFile.open(files, portal.path(), TreeFile.CHUNK),
              line -> {}));
    }

    void commit(List<List<Change>> transactions) {
      int last = 0;
      for (List<Change> changes : transactions) {
        last = keeper.append(keeper.prepare(changes), index);
      }
      keeper.awaitDurable(last);
    }

    List<String> content() {
      List<String> found = new ArrayList<>();
      for (int n = 1; n <= keeper.durable(); n++) {
        found.add(keeper.read(n).primaryKey());
      }
      return found;
    }

    @Override
    public void close() {
      mesh.close();
      portal.close();
    }
  }

  private static final class Subject implements CrashPoints.Subject<Batches, List<String>> {

    @Override
    public Batches open(DurableFiles files) {
      return Batches.open(files);
    }

    @Override
    public List<String> content(Batches store) {
      return store.content();
    }
  }

  /** A batch in letters: M and P are changes of the two logs, a space ends a transaction. */
  private static Step<Batches, List<String>> batch(String name, String letters) {
    List<List<Change>> transactions = new ArrayList<>();
    int n = 0;
    for (String transaction : letters.split(" ")) {
      List<Change> changes = new ArrayList<>();
      for (char letter : transaction.toCharArray()) {
        LogName log = letter == 'M' ? LogName.MESH : LogName.PORTAL;
        changes.add(Change.update(log, name + n++, List.of(), Bytes.utf8("x".repeat(30)), T0));
      }
      transactions.add(changes);
    }
    return new Step<>(
        name,
        store -> store.commit(transactions),
        before -> after(before, transactions, transactions.size()),
        before -> {
          Set<List<String>> contents = new LinkedHashSet<>();
          for (int whole = 0; whole <= transactions.size(); whole++) {
            contents.add(after(before, transactions, whole));
          }
          return contents;
        });
  }

  private static List<String> after(List<String> before, List<List<Change>> all, int whole) {
    List<String> content = new ArrayList<>(before);
    all.subList(0, whole)
        .forEach(
            changes ->
                changes.stream()
                    .sorted((a, b) -> a.log().compareTo(b.log()))
                    .forEach(change -> content.add(change.primaryKey())));
    return content;
  }

  private static CrashPoints<Batches, List<String>> crashPoints() {
    List<Step<Batches, List<String>>> steps =
        List.of(
            batch("a", "P M PM M P"),
            batch("b", "M M P P MM"),
            batch("c", "PMPM MMM PP M"),
            batch("d", "M P M P M P"));
    return CrashPoints.of(ROOT, new Subject(), List.of(), steps, batch("z", "M"));
  }

  /** One for all modes, which leave the same disks. */
  private static final CrashPoints<Batches, List<String>> POINTS = crashPoints();

  @ParameterizedTest
  @EnumSource(FaultMode.class)
  void whatIsLeftOfABatchIsABeginningOfIt(FaultMode mode) {
    Report report = POINTS.enumerate(mode).requireNone();
    System.out.println(".jlog batches, " + report);
    assertTrue(report.points() >= 15, report.toString());
  }

  @Test
  void aMeshRecordWrittenBesideThePortalLogIsPending() {
    FaultyFiles files = FaultyFiles.sound(ROOT);
    try (Batches store = Batches.open(files)) {
      batch("a", "M P M PM MM").act().on(store);
      List<String> marks = new ArrayList<>();
      for (int n = 1; n <= 7; n++) {
        DataItem item = store.keeper().read(n);
        marks.add((item.pending() ? "p" : "") + (item.commit() ? "c" : ""));
      }
      assertEquals(List.of("", "", "pc", "p", "c", "p", "pc"), marks);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void oneBatchCostsOneForceOfEachLog() {
    FaultyFiles files = FaultyFiles.sound(ROOT);
    try (Batches store = Batches.open(files)) {
      int before = files.count(FaultyFiles.Operation.FORCE);
      batch("a", "M P M PM MM").act().on(store);
      assertEquals(2, files.count(FaultyFiles.Operation.FORCE) - before);
      assertFalse(files.crashed());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
