package dev.meshsim.store.h2.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.sim.disk.FaultMode;
import dev.meshsim.sim.disk.FaultyFiles;
import dev.meshsim.store.h2.CrashRun;
import dev.meshsim.store.h2.LayeredPath;
import dev.meshsim.store.h2.file.H2Settings;
import dev.meshsim.world.World;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** One SQL transaction and one sync for all who wait, and what happens when one of them fails. */
class GroupWriterTest {

  private final FaultyFiles disk = FaultyFiles.sound(CrashRun.ROOT);
  private final SqlStore store = open(disk);

  private static SqlStore open(FaultyFiles files) {
    String layer = LayeredPath.layerOver(files);
    H2File file = new H2File(CrashRun.ROOT, "portal", files, layer, H2Settings.SYNCED);
    return file.open(Schema.PORTAL, "portal", World.seeded(1).stream("p", "retry"));
  }

  private static GroupWriter.Unit counting() {
    return (session, head) -> head.next() > 0;
  }

  private long last() {
    return store.read((session, snapshot) -> snapshot);
  }

  @Test
  void manyCommitsShareASync() throws Exception {
    int callers = 40;
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(callers + 1);
    try {
      List<Future<Boolean>> done = new ArrayList<>();
      done.add(
          threads.submit(
              () ->
                  store.write(
                      (session, head) -> {
                        busy.countDown();
                        await(go);
                        return head.next() > 0;
                      })));
      busy.await();
      CountDownLatch asked = new CountDownLatch(callers);
      List<Thread> waiting = new CopyOnWriteArrayList<>();
      for (int i = 0; i < callers; i++) {
        done.add(
            threads.submit(
                () -> {
                  waiting.add(Thread.currentThread());
                  asked.countDown();
                  return store.write(counting());
                }));
      }
      asked.await();
      while (waiting.stream().anyMatch(thread -> thread.getState() != Thread.State.WAITING)) {
        Thread.onSpinWait();
      }
      int before = disk.count(FaultyFiles.Operation.FORCE);
      go.countDown();
      for (Future<Boolean> one : done) {
        assertTrue(one.get());
      }
      assertEquals(callers + 1, last());
      assertTrue(store.syncs() <= callers / 4, () -> "syncs: " + store.syncs());
      int forced = disk.count(FaultyFiles.Operation.FORCE) - before;
      assertEquals(store.syncs(), forced, "each of them reaches the disk");
    } finally {
      threads.shutdownNow();
    }
  }

  private static void await(CountDownLatch latch) throws SQLException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new SQLException(e);
    }
  }

  @Test
  void aUnitThatChangesNothingNeedsNoSync() {
    assertFalse(store.write((session, head) -> false));
    assertEquals(0, store.syncs());
    assertEquals(0, last());
  }

  @Test
  void aUnitThatFailsChangesNothingAndLetsOthersGoOn() {
    MeshException e =
        Failing.with(
            DatabaseException.Code.FAILED,
            () ->
                store.write(
                    (session, head) -> {
                      head.next();
                      session.execute("INSERT INTO portal_key VALUES (1, 5, 0, X'41', 1, 1)");
                      return true;
                    }));
    assertEquals("store.database.failed", e.code());
    assertFalse(e.problem().contains("INSERT"), "statements are for developers");
    assertEquals(0, last());
    assertTrue(store.write(counting()));
    assertEquals(1, last());
  }

  @Test
  void afterAChangeThatCannotBeUndoneNothingIsAcceptedAnyMore() {
    assertThrows(
        LostChangeException.class,
        () ->
            store.write(
                (session, head) -> {
                  session.close();
                  throw new SQLException("the connection is gone");
                }));
    assertThrows(LostChangeException.class, () -> store.write(counting()));
  }

  @Test
  void afterAFaultOfOurOwnNothingIsAcceptedAnyMore() {
    IllegalStateException fault = new IllegalStateException("a fault in the program");
    assertSame(
        fault,
        assertThrows(
            IllegalStateException.class,
            () ->
                store.write(
                    (session, head) -> {
                      throw fault;
                    })));
    LostChangeException e = assertThrows(LostChangeException.class, () -> store.write(counting()));
    assertSame(fault, e.getCause().getCause());
    assertEquals(0, last(), "what was there is still read");
  }

  @Test
  void aStoreThatWasClosedIsNotUsed() {
    store.close();
    for (Executable use :
        List.<Executable>of(
            () -> store.read((session, snapshot) -> snapshot),
            () -> store.write(counting()),
            () -> store.writeAlone(counting()))) {
      IllegalStateException e = assertThrows(IllegalStateException.class, use);
      assertEquals("this store was closed", e.getMessage());
    }
  }

  @Test
  void afterAFailedSyncNothingIsAcceptedAnyMore() {
    store.write(counting());
    int operations = disk.operations();
    store.close();
    for (int n = operations; ; n++) {
      FaultyFiles failing = FaultyFiles.failing(CrashRun.ROOT, FaultMode.IO_ERROR, n);
      SqlStore lost = open(failing);
      lost.write(counting());
      try {
        lost.write(counting());
        assertFalse(failing.fired(), "a failure was acknowledged");
      } catch (LostChangeException e) {
        assertTrue(failing.fault().startsWith("FORCE") || failing.fault().startsWith("WRITE"));
        assertThrows(LostChangeException.class, () -> lost.write(counting()));
        lost.close();
        return;
      }
      lost.close();
    }
  }

  @Test
  void aFullDiskIsNamedAndTheOldIsStillRead() {
    store.write(counting());
    int operations = disk.operations();
    store.close();
    FaultyFiles full = FaultyFiles.failing(CrashRun.ROOT, FaultMode.DISK_FULL, operations);
    SqlStore lost = open(full);
    lost.write(counting());
    LostChangeException e = assertThrows(LostChangeException.class, () -> lost.write(counting()));
    assertTrue(e.problem().startsWith("/disk/portal.mv.db: "), e::problem);
    assertTrue(e.problem().contains("there is no space left"), e::problem);
    assertTrue(e.hint().contains("see to the disk"), e::hint);
    assertEquals(
        1L, lost.<Long>readAhead((session, snapshot) -> ChangeCounter.read(session).last()));
    lost.close();
    try (SqlStore again = open(full.restart())) {
      assertTrue(again.write(counting()));
    }
  }

  @Test
  void aDiskThatIsFullFromTheBeginningIsNamed() {
    FaultyFiles full = FaultyFiles.failing(CrashRun.ROOT, FaultMode.DISK_FULL, 3);
    MeshException e = Failing.with(DatabaseException.Code.FAILED, () -> open(full));
    assertTrue(e.problem().startsWith("/disk/portal.mv.db: could not open it: "), e::problem);
    assertTrue(e.problem().contains("there is no space left"), e::problem);
    open(full.restart()).close();
  }
}
