package dev.meshsim.log.jlog;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.WeakFiles;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.IndexTerm;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.sim.disk.CrashPoints;
import dev.meshsim.sim.disk.CrashPoints.Report;
import dev.meshsim.sim.disk.CrashPoints.Step;
import dev.meshsim.sim.disk.FaultMode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cuts a portal's store at every operation of a workload over both logs. */
class JlogCrashTest {

  private static final Instant T0 = Instant.parse("2019-04-04T00:00:00Z");
  private static final Path ROOT = Path.of("/portal");

  private static final class Jlog implements CrashPoints.Subject<PortalStore, List<String>> {

    @Override
    public PortalStore open(DurableFiles files) {
      return JlogPortalStore.open(
          ROOT.resolve("mesh.jlog"), ROOT.resolve("portal.jlog"), files, warning -> {});
    }

    @Override
    public List<String> content(PortalStore store) {
      List<DataItem> items = new ArrayList<>(store.scan(LogName.MESH, PageRequest.all()).items());
      items.addAll(store.scan(LogName.PORTAL, PageRequest.all()).items());
      items.sort(Comparator.comparing(DataItem::number));
      return items.stream().map(JlogCrashTest::line).toList();
    }
  }

  private static String line(DataItem item) {
    return item.action() + " " + item.primaryKey() + " " + (item.live() ? hash(item.text()) : "");
  }

  private static String hash(Bytes text) {
    return text.length() + ":" + text.hashCode();
  }

  private static Step<PortalStore, List<String>> put(String name, Change... changes) {
    List<String> lines =
        Stream.of(changes)
            .sorted(Comparator.comparing(Change::log))
            .map(c -> line(DataItem.of(1, null, c)))
            .toList();
    return new Step<>(
        name,
        store ->
            store.transact(
                tx -> {
                  Stream.of(changes).forEach(tx::put);
                  return null;
                }),
        before -> Stream.concat(before.stream(), lines.stream()).toList());
  }

  private static Change write(LogName log, String key, String text) {
    List<IndexTerm> terms = List.of(new IndexTerm("UDF", key));
    return Change.update(log, key, terms, Bytes.utf8(text), T0);
  }

  private static CrashPoints<PortalStore, List<String>> crashPoints() {
    List<Step<PortalStore, List<String>>> steps =
        List.of(
            put("publish", write(LogName.MESH, "MA", "{\"p\":1}")),
            put(
                "create",
                write(LogName.PORTAL, "Account$a", "{\"a\":1}"),
                write(LogName.MESH, "MB", "{\"p\":2}")),
            new Step<>("read", s -> s.transact(tx -> tx.latest(LogName.MESH, "MA")), c -> c),
            put("connect", write(LogName.PORTAL, "Pending-MA", "{\"c\":\"\u20AC\\n\"}")),
            put(
                "complete",
                write(LogName.PORTAL, "Pending-MA", "{}"),
                write(LogName.PORTAL, "Result-MC", "{\"r\":1}"),
                write(LogName.MESH, "MA", "{\"p\":3}"),
                write(LogName.MESH, "MD", "x".repeat(20_000))),
            put("profiles", write(LogName.MESH, "ME", "5"), write(LogName.MESH, "MF", "6")),
            put("delete", Change.delete(LogName.PORTAL, "Account$a", T0)));
    return CrashPoints.of(
        ROOT, new Jlog(), List.of(), steps, put("further", write(LogName.PORTAL, "Z", "z")));
  }

  /** One for all modes, which leave the same disks. */
  private static final CrashPoints<PortalStore, List<String>> POINTS = crashPoints();

  @ParameterizedTest
  @EnumSource(FaultMode.class)
  void nothingAcknowledgedIsLostAndNothingIsTorn(FaultMode mode) {
    Report report = POINTS.enumerate(mode).requireNone();
    System.out.println(".jlog, " + report);
    assertTrue(report.points() >= 15, report.toString());
  }

  @Test
  void aStoreThatNeverForcesIsCaught() {
    Report report = POINTS.through(WeakFiles::withoutForce).enumerate(FaultMode.POWER_CUT);
    System.out.println(".jlog without force, " + report);
    assertFalse(report.violations().isEmpty());
  }

  @Test
  void aStoreThatNeverForcesItsDirectoryIsCaught() {
    Report report = POINTS.through(WeakFiles::withoutDirectoryForce).enumerate(FaultMode.POWER_CUT);
    System.out.println(".jlog without directory force, " + report);
    assertFalse(report.violations().isEmpty());
  }
}
