package dev.meshsim.store.h2.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.Change;
import dev.meshsim.log.IndexTerm;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.machine.LogicalContent;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.SampleRecords;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.sim.disk.FaultMode;
import dev.meshsim.sim.oracle.SecretIndex;
import dev.meshsim.sim.oracle.fact.KeySecrets;
import dev.meshsim.store.h2.CrashRun;
import dev.meshsim.store.h2.RelationalStores;
import dev.meshsim.store.h2.SqlMachineStore;
import dev.meshsim.store.h2.SqlPortalStore;
import dev.meshsim.store.h2.file.H2Settings;
import dev.meshsim.testing.Exhaustive;
import dev.meshsim.testing.Once;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cuts both stores at every write, force and rename of H2's and of ours. */
@Once
class DatabaseCrashTest {

  private static final int MOST = 1 << 24;

  private static final Instant T0 = Instant.parse("2019-04-04T00:00:00Z");

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"TORN_START", "TORN_END"})
  void aPortalHoldsWhatWasAcknowledged(FaultMode mode) throws Exception {
    assumeUsual(mode);
    requireNothingLost(new CrashRun<>(new Portal(), H2Settings.SYNCED).enumerate(mode));
  }

  /** A build cuts the power and tears writes; each of the other faults takes as long. */
  private static void assumeUsual(FaultMode mode) {
    boolean usual = mode == FaultMode.POWER_CUT || mode == FaultMode.TORN_MIDDLE;
    assumeTrue(usual || Exhaustive.on(), "long: -Dmeshsim.exhaustive=true runs it");
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"TORN_START", "TORN_END"})
  void aMachineHoldsWhatWasAcknowledged(FaultMode mode) throws Exception {
    assumeUsual(mode);
    requireNothingLost(new CrashRun<>(new Machine(), H2Settings.SYNCED).enumerate(mode));
  }

  @Test
  void withoutASyncAPowerCutLosesAcknowledgedData() throws Exception {
    requireCaught(new CrashRun<>(new Portal(), H2Settings.WRITTEN).firstLoss(FaultMode.POWER_CUT));
    requireCaught(new CrashRun<>(new Machine(), H2Settings.WRITTEN).firstLoss(FaultMode.POWER_CUT));
  }

  @Test
  void h2sOwnSettingsLoseAcknowledgedDataWhenKilled() throws Exception {
    requireCaught(new CrashRun<>(new Portal(), H2Settings.DELAYED).firstLoss(FaultMode.STOP));
    requireCaught(new CrashRun<>(new Machine(), H2Settings.DELAYED).firstLoss(FaultMode.POWER_CUT));
  }

  private static void requireNothingLost(CrashRun.Report report) {
    System.out.println(report);
    assertEquals(List.of(), report.lost(), report::toString);
    assertTrue(report.points() > 10, report::toString);
  }

  private static void requireCaught(CrashRun.Report report) {
    System.out.println(report);
    assertFalse(report.lost().isEmpty(), report::toString);
  }

  private static RandomStream random() {
    return World.seeded(1).stream("crash", "retry");
  }

  private static final class Portal implements CrashRun.Subject<PortalStore> {

    @Override
    public PortalStore open(H2File file) {
      return new SqlPortalStore(file.open(Schema.PORTAL, SqlPortalStore.CONTENT, random()));
    }

    @Override
    public String content(PortalStore store) {
      String held =
          ""
              + store.scan(LogName.MESH, PageRequest.all()).items()
              + store.scan(LogName.PORTAL, PageRequest.all()).items();
      return store.check().isEmpty() ? held : held + store.check();
    }

    private static CrashRun.Act<PortalStore> many(int from, int count) {
      Change[] changes = new Change[count];
      for (int i = 0; i < count; i++) {
        List<IndexTerm> terms = List.of(new IndexTerm("T", "t" + i % 5));
        Bytes text = Bytes.utf8("y".repeat(300 + i));
        changes[i] = Change.create(LogName.PORTAL, "k" + (from + i), terms, text, T0);
      }
      return store -> put(store, changes);
    }

    @Override
    public List<CrashRun.Act<PortalStore>> steps() {
      IndexTerm device = new IndexTerm("Device", "MA");
      return List.of(
          store ->
              put(
                  store,
                  Change.create(LogName.PORTAL, "Account$a", List.of(), Bytes.utf8("{}"), T0),
                  Change.create(LogName.MESH, "MB", List.of(device), Bytes.utf8("{1}"), T0)),
          store -> put(store, Change.update(LogName.MESH, "MB", List.of(), Bytes.utf8("{2}"), T0)),
          store ->
              put(
                  store,
                  Change.delete(LogName.PORTAL, "Account$a", T0),
                  Change.create(
                      LogName.MESH, "MC", List.of(device), Bytes.utf8("x".repeat(9000)), T0)),
          many(0, 60),
          many(60, 3),
          many(63, 120));
    }

    private static void put(PortalStore store, Change... changes) {
      store.transact(
          tx -> {
            for (Change change : changes) {
              tx.put(change);
            }
            return changes.length;
          });
    }

    @Override
    public String name() {
      return "portal";
    }
  }

  private static final class Machine implements CrashRun.Subject<MachineStore> {

    private @Nullable H2File file;

    @Override
    public MachineStore open(H2File file) {
      this.file = file;
      String content = RelationalStores.contentOf(StoreMode.TEST);
      return new SqlMachineStore(file.open(Schema.MACHINE, content, random()), StoreMode.TEST);
    }

    @Override
    public String content(MachineStore store) {
      String held = LogicalContent.of(store) + removedKeys(store);
      return store.check().isEmpty() ? held : held + store.check();
    }

    /** The keys that the store does not have, but its file. */
    private String removedKeys(MachineStore store) {
      H2File opened = Objects.requireNonNull(file);
      byte[] octets =
          opened.files().read(opened.directory().resolve(opened.name() + ".mv.db"), MOST);
      StringBuilder found = new StringBuilder();
      for (MachineRecord record : SampleRecords.all()) {
        if (record instanceof MachineRecord.Key key && store.get(key.key()).isEmpty()) {
          SecretIndex secrets = new SecretIndex();
          KeySecrets.of(key.jwk()).forEach(secret -> secrets.add("key", secret));
          if (secrets.find(octets).isPresent()) {
            found.append(" removed but in the file: ").append(key.udf());
          }
        }
      }
      return found.toString();
    }

    @Override
    public List<CrashRun.Act<MachineStore>> steps() {
      List<MachineChange> all = new ArrayList<>();
      SampleRecords.all().forEach(record -> all.add(new MachineChange.Put(record)));
      List<MachineChange> some = new ArrayList<>();
      SampleRecords.all().subList(0, 4).forEach(r -> some.add(new MachineChange.Remove(r.key())));
      some.add(new MachineChange.Put(new MachineRecord.Account("c@d", SampleRecords.profile())));
      SampleRecords.all().stream()
          .filter(MachineRecord.Key.class::isInstance)
          .findFirst()
          .ifPresent(key -> some.add(new MachineChange.Remove(key.key())));
      List<CrashRun.Act<MachineStore>> steps = new ArrayList<>();
      steps.add(store -> store.commit(all));
      steps.add(store -> store.commit(some));
      if (Exhaustive.on()) {
        steps.add(MachineStore::eraseTest);
      }
      steps.add(store -> store.commit(some.subList(4, 5)));
      return steps;
    }

    @Override
    public String name() {
      return RelationalStores.contentOf(StoreMode.TEST);
    }
  }
}
