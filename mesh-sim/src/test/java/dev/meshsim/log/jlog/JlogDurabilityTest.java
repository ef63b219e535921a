package dev.meshsim.log.jlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FilesException;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LargeLog;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStoreException;
import dev.meshsim.log.WorkCount;
import dev.meshsim.log.WorkMeter;
import dev.meshsim.log.memory.LogIndex;
import dev.meshsim.log.memory.StoreEngine;
import dev.meshsim.sim.disk.FaultMode;
import dev.meshsim.sim.disk.FaultyFiles;
import dev.meshsim.sim.disk.FaultyFiles.Operation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Acknowledgements while the disk works and after it has failed. */
class JlogDurabilityTest {

  private static final Instant T0 = Instant.parse("2019-04-04T00:00:00Z");
  private static final Path ROOT = Path.of("/portal");

  @Test
  void anInterruptedThreadWritesAndStaysInterrupted(@TempDir Path directory) {
    try (PortalStore store =
        JlogPortalStore.open(
            directory.resolve("m"), directory.resolve("p"), DurableFiles.real(), w -> {})) {
      Thread.currentThread().interrupt();
      for (String key : List.of("a", "b", "c")) {
        store.transact(
            tx -> {
              tx.put(change(key));
              return key;
            });
      }
      assertTrue(Thread.interrupted());
      assertEquals(3, store.scan(LogName.PORTAL, PageRequest.all()).items().size());
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void aReaderIsNotToldOfWhatIsNotDurableYet() throws Exception {
    FaultyFiles files = FaultyFiles.sound(ROOT);
    WorkMeter meter = new WorkMeter();
    try (LogFile mesh = LogFile.open(LogName.MESH, ROOT.resolve("m"), files, meter);
        LogFile portal = LogFile.open(LogName.PORTAL, ROOT.resolve("p"), files, meter)) {
      LogIndex index = LogLoader.load(mesh, portal, warning -> {});
      GroupCommit keeper =
          new GroupCommit(
              mesh,
              portal,
              index,
              meter,
              TreeFile.open(files, portal.path(), TreeFile.CHUNK),
              line -> {});
      StoreEngine engine = new StoreEngine(index, keeper, meter);
      int number = keeper.append(keeper.prepare(List.of(change("a"))), index);
      assertEquals(0, files.count(Operation.FORCE), "appended, but nobody has waited for it yet");
      assertEquals(0, keeper.durable());
      assertEquals(Optional.empty(), engine.transact(tx -> tx.latest(LogName.PORTAL, "other")));
      assertEquals(0, files.count(Operation.FORCE), "a reader of something else does not wait");
      assertTrue(engine.transact(tx -> tx.latest(LogName.PORTAL, "a")).isPresent());
      assertEquals(1, files.count(Operation.FORCE), "who saw it, waited until it was forced");
      assertEquals(number, keeper.durable());
    }
  }

  @Test
  void aRefusalThatRestsOnUnsyncedDataWaitsToo() {
    FaultyFiles files = FaultyFiles.sound(ROOT);
    WorkMeter meter = new WorkMeter();
    try (LogFile mesh = LogFile.open(LogName.MESH, ROOT.resolve("m"), files, meter);
        LogFile portal = LogFile.open(LogName.PORTAL, ROOT.resolve("p"), files, meter)) {
      LogIndex index = LogLoader.load(mesh, portal, warning -> {});
      GroupCommit keeper =
          new GroupCommit(
              mesh,
              portal,
              index,
              meter,
              TreeFile.open(files, portal.path(), TreeFile.CHUNK),
              line -> {});
      StoreEngine engine = new StoreEngine(index, keeper, meter);
      keeper.append(keeper.prepare(List.of(change("a"))), index);
      assertThrows(
          UnsupportedOperationException.class,
          () ->
              engine.transact(
                  tx -> {
                    tx.latest(LogName.PORTAL, "a").ifPresent(item -> refuse());
                    return null;
                  }));
      assertEquals(1, files.count(Operation.FORCE));
    }
  }

  private static void refuse() {
    throw new UnsupportedOperationException("taken");
  }

  @Test
  void afterAFailedForceNothingIsAcceptedAndTheOldIsStillRead() {
    // Two creations, two headers; a write, a force, the directory; the next write, its force.
    FaultyFiles files = FaultyFiles.failing(ROOT, FaultMode.IO_ERROR, 8);
    PortalStore store = open(files);
    put(store, "old");
    MeshException e = Failing.with(PortalStoreException.Code.LOST, () -> put(store, "lost"));
    assertTrue(files.fault().startsWith("FORCE"), files.fault());
    assertTrue(e.problem().contains("portal.jlog"), e.problem());
    int writes = files.count(Operation.WRITE);
    int forces = files.count(Operation.FORCE);
    Failing.with(PortalStoreException.Code.LOST, () -> put(store, "more"));
    Failing.with(PortalStoreException.Code.LOST, () -> latest(store, "lost"));
    assertTrue(latest(store, "old").isPresent());
    assertEquals(1, store.scan(LogName.PORTAL, PageRequest.all()).items().size());
    store.close();
    assertEquals(writes, files.count(Operation.WRITE), "nothing was tried again");
    assertEquals(forces, files.count(Operation.FORCE));
    try (PortalStore again = open(files.restart())) {
      assertTrue(latest(again, "old").isPresent());
      put(again, "more");
    }
  }

  @Test
  void aFullDiskIsNamedAndTheOldIsStillRead() {
    FaultyFiles files = FaultyFiles.failing(ROOT, FaultMode.DISK_FULL, 7);
    PortalStore store = open(files);
    put(store, "old");
    MeshException e = Failing.with(PortalStoreException.Code.LOST, () -> put(store, "lost"));
    FilesException cause = assertInstanceOf(FilesException.class, e.getCause());
    assertEquals(FilesException.Code.DISK_FULL, cause.errorCode());
    assertTrue(latest(store, "old").isPresent());
    store.close();
    try (PortalStore again = open(files.restart())) {
      assertEquals(Optional.empty(), latest(again, "lost"));
      put(again, "lost");
    }
  }

  @Test
  void writersWhoComeTogetherShareForces() throws Exception {
    FaultyFiles files = FaultyFiles.sound(ROOT);
    WorkMeter meter = new WorkMeter();
    try (LogFile mesh = LogFile.open(LogName.MESH, ROOT.resolve("m"), files, meter);
        LogFile portal = LogFile.open(LogName.PORTAL, ROOT.resolve("p"), files, meter)) {
      LogIndex index = LogLoader.load(mesh, portal, warning -> {});
      GroupCommit keeper =
          new GroupCommit(
              mesh,
              portal,
              index,
              meter,
              TreeFile.open(files, portal.path(), TreeFile.CHUNK),
              line -> {});
      AtomicInteger last = new AtomicInteger();
      for (int i = 0; i < 64; i++) {
        last.set(keeper.append(keeper.prepare(List.of(change("k" + i))), index));
      }
      keeper.awaitDurable(1);
      assertEquals(1, files.count(Operation.FORCE));
      assertEquals(last.get(), keeper.durable());
    }
  }

  @Test
  void openingReadsEachOctetOnceAndKeepsNoText(@TempDir Path directory) {
    Path mesh = directory.resolve("mesh.jlog");
    Path portal = directory.resolve("portal.jlog");
    try (PortalStore store =
        JlogPortalStore.open(mesh, portal, DurableFiles.real(), warning -> {})) {
      LargeLog.make(store, 2_000);
    }
    long octets = mesh.toFile().length() + portal.toFile().length();
    try (PortalStore store =
        JlogPortalStore.open(mesh, portal, DurableFiles.real(), warning -> {})) {
      WorkCount opened = store.counts();
      assertEquals(octets, opened.octetsRead());
      assertEquals(0, opened.octetsWritten());
      assertEquals(0, opened.recordsRead());
      DataItem account =
          store.transact(tx -> tx.latest(LogName.PORTAL, "Account$user0001234@example.com")).get();
      assertTrue(account.text().utf8().contains("user0001234@example.com"));
      WorkCount read = store.counts().minus(opened);
      assertEquals(1, read.recordsRead());
      assertTrue(read.octetsRead() < 1_000, "a text is read when it is asked for");
    }
  }

  private static PortalStore open(DurableFiles files) {
    return JlogPortalStore.open(
        ROOT.resolve("mesh.jlog"), ROOT.resolve("portal.jlog"), files, warning -> {});
  }

  private static Change change(String key) {
    return Change.create(LogName.PORTAL, key, List.of(), Bytes.utf8("{}"), T0);
  }

  private static void put(PortalStore store, String key) {
    store.transact(
        tx -> {
          tx.put(change(key));
          return null;
        });
  }

  private static Optional<DataItem> latest(PortalStore store, String key) {
    return store.transact(tx -> tx.latest(LogName.PORTAL, key));
  }
}
