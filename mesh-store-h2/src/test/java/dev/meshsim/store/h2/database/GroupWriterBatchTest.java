package dev.meshsim.store.h2.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.error.MeshException;
import dev.meshsim.sim.disk.FaultyFiles;
import dev.meshsim.store.h2.CrashRun;
import dev.meshsim.store.h2.LayeredPath;
import dev.meshsim.store.h2.file.H2Settings;
import dev.meshsim.world.World;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Changes that are written in one batch: each gets its own result, and its thread its state. */
class GroupWriterBatchTest {

  private final FaultyFiles disk = FaultyFiles.sound(CrashRun.ROOT);
  private final SqlStore store =
      new H2File(CrashRun.ROOT, "portal", disk, LayeredPath.layerOver(disk), H2Settings.SYNCED)
          .open(Schema.PORTAL, "portal", World.seeded(1).stream("p", "retry"));
  private final CountDownLatch busy = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);
  private final Caller first =
      new Caller(
          (session, head) -> {
            busy.countDown();
            awaitGo();
            return head.next() > 0;
          });

  /** A thread that makes one change. */
  private final class Caller extends Thread {
    private final GroupWriter.Unit unit;
    private volatile boolean applied;
    private volatile boolean interruptedAfter;
    private volatile MeshException failure;

    Caller(GroupWriter.Unit unit) {
      this.unit = unit;
      setDaemon(true);
    }

    @Override
    public void run() {
      try {
        applied = store.write(unit);
      } catch (MeshException e) {
        failure = e;
      }
      interruptedAfter = isInterrupted();
    }

    /** Waits for the result; fails if this thread is forgotten, rather than wait for ever. */
    Caller finished() throws InterruptedException {
      join(TimeUnit.MINUTES.toMillis(1));
      assertFalse(isAlive(), "the change was never answered");
      return this;
    }

    /** Starts the thread and returns when it waits for the one that writes. */
    Caller waiting() {
      start();
      while (getState() != State.WAITING) {
        Thread.onSpinWait();
      }
      return this;
    }
  }

  private void awaitGo() throws SQLException {
    try {
      go.await();
    } catch (InterruptedException e) {
      throw new SQLException(e);
    }
  }

  private static boolean count(Session session, ChangeCounter head) {
    return head.next() > 0;
  }

  private static boolean breakTable(Session session, ChangeCounter head) throws SQLException {
    head.next();
    session.execute("INSERT INTO portal_key VALUES (1, 5, 0, X'41', 1, 1)");
    return true;
  }

  private void startFirst() throws InterruptedException {
    first.start();
    busy.await();
  }

  private long last() {
    return store.read((session, snapshot) -> snapshot);
  }

  @Test
  void oneChangeOfABatchFailsAndTheOthersAreMade() throws InterruptedException {
    startFirst();
    List<Caller> callers = new ArrayList<>();
    callers.add(new Caller(GroupWriterBatchTest::count).waiting());
    Caller bad = new Caller(GroupWriterBatchTest::breakTable).waiting();
    callers.add(new Caller(GroupWriterBatchTest::count).waiting());
    callers.add(new Caller((session, head) -> false).waiting());
    go.countDown();
    for (Caller caller : callers) {
      assertNull(caller.finished().failure);
    }
    first.finished();
    assertInstanceOf(DatabaseException.class, bad.finished().failure);
    assertEquals(List.of(true, true, false), callers.stream().map(each -> each.applied).toList());
    assertEquals(3, last(), "the first and two of the batch; nothing of the one that failed");
    store.close();
  }

  @Test
  void aThreadThatIsInterruptedWhileItWaitsMakesItsChangeAndStaysInterrupted()
      throws InterruptedException {
    startFirst();
    Caller other = new Caller(GroupWriterBatchTest::count).waiting();
    Caller interrupted = new Caller(GroupWriterBatchTest::count).waiting();
    interrupted.interrupt();
    while (interrupted.isInterrupted() || interrupted.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    go.countDown();
    for (Caller caller : List.of(first, other, interrupted)) {
      assertNull(caller.finished().failure);
      assertTrue(caller.applied);
      assertEquals(caller == interrupted, caller.interruptedAfter);
    }
    assertEquals(3, last());
    store.close();
  }

  @Test
  void moreChangesThanABatchHoldsAreAllMade() throws InterruptedException {
    startFirst();
    List<Caller> callers = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      callers.add(new Caller(GroupWriterBatchTest::count).waiting());
    }
    go.countDown();
    first.finished();
    for (Caller caller : callers) {
      assertTrue(caller.finished().applied);
    }
    assertEquals(301, last());
    assertTrue(store.syncs() >= 3, () -> "a batch has at most 256 changes: " + store.syncs());
    store.close();
  }
}
