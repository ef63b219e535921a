package dev.meshsim.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Transactions stay atomic and isolated under concurrency. */
abstract class PortalStoreTransactions extends PortalStoreRecords {

  /** The records of both logs in the order of their numbers, a bar where a transaction ends. */
  private String transactions() {
    StringBuilder text = new StringBuilder();
    List<DataItem> items = all();
    items.sort(Comparator.comparingLong(DataItem::number));
    for (DataItem item : items) {
      text.append(item.text().utf8()).append(item.endsTransaction() ? "|" : " ");
    }
    return text.toString();
  }

  @Test
  void scansTellWhereTransactionsEnd() {
    put(create(LogName.PORTAL, "a", "1"));
    put(create(LogName.MESH, "a", "2"), create(LogName.PORTAL, "b", "3"));
    put(create(LogName.MESH, "b", "4"));
    put(create(LogName.MESH, "c", "5"), create(LogName.MESH, "d", "6"));
    put(create(LogName.MESH, "e", "7"));
    assertEquals("1|2 3|4|5 6|7|", transactions());
  }

  @Test
  void aTransactionsRecordsOfTheMeshLogAreNumberedFirst() {
    put(
        create(LogName.PORTAL, "a", "portal a"),
        create(LogName.MESH, "a", "mesh a"),
        create(LogName.PORTAL, "b", "portal b"),
        create(LogName.MESH, "b", "mesh b"));
    assertEquals("mesh a mesh b portal a portal b|", transactions());
  }

  @Test
  void manyTransactionsAreLoadedAtOnceAndKeepTheirBounds() {
    put(create(LogName.PORTAL, "a", "0"));
    store()
        .load(
            List.of(
                List.of(update(LogName.PORTAL, "a", "1")),
                List.of(create(LogName.MESH, "m", "2"), create(LogName.PORTAL, "b", "3")),
                List.of(create(LogName.MESH, "n", "4")),
                List.of(update(LogName.PORTAL, "b", "5"))));
    store().load(List.of());
    assertEquals("0|1|2 3|4|5|", transactions());
    assertEquals("TID:4", latest(LogName.PORTAL, "b").orElseThrow().priorTransactionId());
    reopen();
    assertEquals("0|1|2 3|4|5|", transactions());
  }

  @Test
  void aTransactionOverBothLogsIsWrittenWhole() {
    store()
        .transact(
            tx -> {
              tx.put(create(LogName.PORTAL, "Account$a", "account"));
              tx.put(create(LogName.MESH, "MAAA", "profile"));
              assertEquals(
                  Optional.empty(), tx.latest(LogName.MESH, "MAAA"), "own puts are not seen");
              return null;
            });
    assertTrue(latest(LogName.PORTAL, "Account$a").isPresent());
    assertTrue(latest(LogName.MESH, "MAAA").isPresent());
    reopen();
    assertTrue(latest(LogName.PORTAL, "Account$a").isPresent());
    assertTrue(latest(LogName.MESH, "MAAA").isPresent());
  }

  @Test
  void workThatThrowsWritesNothing() {
    IllegalStateException thrown = new IllegalStateException("no");
    assertSame(
        thrown,
        assertThrows(
            IllegalStateException.class,
            () ->
                store()
                    .transact(
                        tx -> {
                          tx.put(create(LogName.MESH, "a", "1"));
                          throw thrown;
                        })));
    assertEquals(Optional.empty(), latest(LogName.MESH, "a"));
    put(create(LogName.MESH, "b", "1"));
    assertEquals("TID:1", latest(LogName.MESH, "b").orElseThrow().transactionId());
  }

  @Test
  void anErrorOfTheWorkComesThroughAsItIs() {
    AssertionError thrown = new AssertionError("no");
    PortalStore.Work<Object> failing =
        tx -> {
          tx.put(create(LogName.MESH, "a", "1"));
          throw thrown;
        };
    assertSame(thrown, assertThrows(AssertionError.class, () -> store().transact(failing)));
    assertEquals(Optional.empty(), latest(LogName.MESH, "a"));
  }

  @Test
  void aKeyIsPutOncePerTransaction() {
    assertThrows(
        IllegalArgumentException.class,
        () -> put(create(LogName.MESH, "a", "1"), update(LogName.MESH, "a", "2")));
    put(create(LogName.MESH, "a", "1"), create(LogName.PORTAL, "a", "2"));
  }

  @Test
  void aTransactionEndsWithItsWork() {
    PortalStore.Transaction escaped = store().transact(tx -> tx);
    assertThrows(IllegalStateException.class, () -> escaped.latest(LogName.MESH, "a"));
    assertThrows(IllegalStateException.class, () -> escaped.put(create(LogName.MESH, "a", "1")));
  }

  @Test
  void workRunsAgainWhenWhatItReadHasChanged() throws Exception {
    put(create(LogName.MESH, "n", "0"));
    AtomicInteger runs = new AtomicInteger();
    store()
        .transact(
            tx -> {
              String old = tx.latest(LogName.MESH, "n").orElseThrow().text().utf8();
              if (runs.getAndIncrement() == 0) {
                Thread other = new Thread(() -> put(update(LogName.MESH, "n", "10")));
                other.start();
                join(other);
              }
              tx.put(update(LogName.MESH, "n", Integer.toString(Integer.parseInt(old) + 1)));
              return null;
            });
    assertEquals("11", latest(LogName.MESH, "n").orElseThrow().text().utf8());
    assertEquals(2, runs.get());
  }

  @Test
  void countersIncrementedByManyThreadsLoseNothing() throws Exception {
    put(create(LogName.PORTAL, "n", "0"));
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 16; t++) {
      Thread thread = new Thread(() -> increment(20));
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals("320", latest(LogName.PORTAL, "n").orElseThrow().text().utf8());
  }

  private void increment(int times) {
    for (int i = 0; i < times; i++) {
      store()
          .transact(
              tx -> {
                int n =
                    Integer.parseInt(tx.latest(LogName.PORTAL, "n").orElseThrow().text().utf8());
                tx.put(update(LogName.PORTAL, "n", Integer.toString(n + 1)));
                return null;
              });
    }
  }

  @Test
  void sixtyFourWritersLoseNoCommit() throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 64; t++) {
      int writer = t;
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < 20; i++) {
                  String key = writer + "/" + i;
                  LogName log = (writer + i) % 3 == 0 ? LogName.MESH : LogName.PORTAL;
                  if (i % 5 == 0) {
                    put(create(LogName.MESH, key, key), create(LogName.PORTAL, key, key));
                  } else {
                    put(create(log, key, key));
                  }
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    List<DataItem> before = all();
    assertEquals(64 * 24, before.size());
    Set<Long> numbers = new TreeSet<>();
    before.forEach(item -> numbers.add(item.number()));
    assertEquals(before.size(), numbers.size(), "no number twice");
    reopen();
    assertEquals(before, all());
    assertEquals(List.of(), store().check());
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
