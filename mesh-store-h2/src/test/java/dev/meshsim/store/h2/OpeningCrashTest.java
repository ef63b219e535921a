package dev.meshsim.store.h2;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.sim.disk.CrashPoints;
import dev.meshsim.sim.disk.FaultMode;
import dev.meshsim.store.h2.database.H2File;
import dev.meshsim.store.h2.database.Schema;
import dev.meshsim.store.h2.file.H2Settings;
import dev.meshsim.testing.Exhaustive;
import dev.meshsim.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A short workload, where the opening after each fault is itself cut at every operation. */
class OpeningCrashTest {

  private static final Instant T0 = Instant.parse("2019-04-04T00:00:00Z");

  @ParameterizedTest
  @EnumSource(names = "POWER_CUT")
  void anOpeningMayBeCutAsWell(FaultMode mode) {
    CrashPoints.Report report =
        CrashPoints.of(
                CrashRun.ROOT,
                new Subject(),
                Set.of(),
                Exhaustive.on() ? List.of(step("a"), step("b")) : List.of(step("a")),
                step("c"))
            .enumerate(mode);
    System.out.println("portal, " + report);
    report.requireNone();
  }

  private static CrashPoints.Step<PortalStore, Set<String>> step(String key) {
    return new CrashPoints.Step<>(
        "put " + key,
        store ->
            store.transact(
                tx -> {
                  Bytes text = Bytes.utf8("{}");
                  tx.put(Change.create(LogName.MESH, key, List.of(), text, T0));
                  return key;
                }),
        before -> {
          Set<String> after = new TreeSet<>(before);
          after.add(key);
          return after;
        });
  }

  private static final class Subject implements CrashPoints.Subject<PortalStore, Set<String>> {

    @Override
    public PortalStore open(DurableFiles files) {
      String layer = LayeredPath.layerOver(files);
      H2File file = new H2File(CrashRun.ROOT, "portal", files, layer, H2Settings.SYNCED);
      return new SqlPortalStore(
          file.open(
              Schema.PORTAL, SqlPortalStore.CONTENT, World.seeded(1).stream("crash", "retry")));
    }

    @Override
    public Set<String> content(PortalStore store) {
      return store.scan(LogName.MESH, PageRequest.all()).items().stream()
          .map(item -> item.primaryKey())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
