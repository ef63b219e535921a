package dev.meshsim.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.bytes.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The contract of concurrent transactions, for all portal stores: each test lets another
 * transaction commit while the work of the first one runs. A store's own test is a subclass that
 * opens it.
 */
public abstract class PortalStoreIsolation {

  private static final Instant T0 = Instant.parse("2019-04-04T00:00:00Z");
  private static final IndexTerm RED = new IndexTerm("Colour", "red");

  private PortalStore store;

  /** Opens an empty store. */
  protected abstract PortalStore open();

  @BeforeEach
  void openStore() {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  /** Runs work of which the first run is overtaken by a put; returns how often it ran. */
  private int overtaken(Change meanwhile, PortalStore.Work<?> work) {
    AtomicInteger runs = new AtomicInteger();
    store.transact(
        tx -> {
          boolean first = runs.getAndIncrement() == 0;
          Object result = work.run(tx);
          if (first) {
            inAnotherThread(() -> put(meanwhile));
          }
          return result;
        });
    return runs.get();
  }

  @Test
  void aKeyThatAppearsAfterItWasMissedIsAConflict() {
    int runs =
        overtaken(
            change("a", "theirs"),
            tx -> {
              if (tx.latest(LogName.PORTAL, "a").isEmpty()) {
                tx.put(change("a", "ours"));
              }
              return null;
            });
    assertEquals(2, runs);
    assertEquals("theirs", text("a"));
  }

  @Test
  void aTermThatAKeyGainsAfterTheSearchIsAConflict() {
    put(change("a", "1", RED));
    int runs =
        overtaken(
            change("b", "2", RED),
            tx -> {
              int found = tx.find(LogName.PORTAL, RED, PageRequest.all()).items().size();
              tx.put(change("count", "" + found));
              return null;
            });
    assertEquals(2, runs);
    assertEquals("2", text("count"));
  }

  @Test
  void aTermThatAKeyLosesAfterTheSearchIsAConflict() {
    put(change("a", "1", RED));
    int runs =
        overtaken(
            change("a", "2"),
            tx -> {
              int found = tx.find(LogName.PORTAL, RED, PageRequest.all()).items().size();
              tx.put(change("count", "" + found));
              return null;
            });
    assertEquals(2, runs);
    assertEquals("0", text("count"));
  }

  @Test
  void aNewVersionOfWhatASearchFoundIsAConflict() {
    put(change("a", "1", RED));
    int runs =
        overtaken(
            change("a", "2", RED),
            tx -> {
              tx.put(change("copy", only(tx.find(LogName.PORTAL, RED, PageRequest.all()))));
              return null;
            });
    assertEquals(2, runs);
    assertEquals("2", text("copy"));
  }

  @Test
  void aNewVersionAfterTheVersionsWereReadIsAConflict() {
    put(change("a", "1"));
    int runs =
        overtaken(
            change("a", "2"),
            tx -> {
              int found = tx.versions(LogName.PORTAL, "a", PageRequest.all()).items().size();
              tx.put(change("count", "" + found));
              return null;
            });
    assertEquals(2, runs);
    assertEquals("2", text("count"));
  }

  @Test
  void twoThatReadEachOthersKeyAreNotBothRight() {
    put(change("x", "0"));
    put(change("y", "0"));
    overtaken(
        change("x", "1"),
        tx -> {
          tx.put(change("y", latest(tx, "x").equals("0") ? "1" : "2"));
          return null;
        });
    assertEquals("2", text("y"), "as if one had run after the other");
  }

  @Test
  void theSameKeyOfTheOtherLogIsNoConflict() {
    int runs =
        overtaken(
            Change.create(LogName.MESH, "a", List.of(RED), Bytes.utf8("mesh"), T0),
            tx -> {
              tx.latest(LogName.PORTAL, "a");
              tx.find(LogName.PORTAL, RED, PageRequest.all());
              tx.put(change("b", "1"));
              return null;
            });
    assertEquals(1, runs);
  }

  @Test
  void workThatOnlyReadsSeesOneMoment() {
    put(change("x", "0"));
    put(change("y", "0"));
    List<String> seen =
        store.transact(
            tx -> {
              String x = latest(tx, "x");
              inAnotherThread(
                  () ->
                      store.transact(
                          other -> {
                            other.put(change("x", "1"));
                            other.put(change("y", "1"));
                            return null;
                          }));
              return List.of(x, latest(tx, "y"));
            });
    assertEquals(seen.get(0), seen.get(1), "both from before or both from after");
  }

  @Test
  void workThatFailsOnOldDataMayFailButWritesNothing() {
    put(change("x", "0"));
    AtomicInteger runs = new AtomicInteger();
    try {
      store.transact(
          tx -> {
            String x = latest(tx, "x");
            if (runs.getAndIncrement() == 0) {
              inAnotherThread(() -> put(change("x", "1")));
            }
            tx.put(change("x", "broken"));
            throw new IllegalStateException(x);
          });
    } catch (IllegalStateException expected) {
      assertEquals("1", text("x"));
      return;
    }
    throw new AssertionError("the failure is gone");
  }

  private static String only(RecordPage page) {
    return page.items().get(0).text().utf8();
  }

  private static String latest(PortalStore.Transaction tx, String key) {
    return tx.latest(LogName.PORTAL, key).orElseThrow().text().utf8();
  }

  private String text(String key) {
    return store.transact(tx -> latest(tx, key));
  }

  private void put(Change change) {
    store.transact(
        tx -> {
          tx.put(change);
          return null;
        });
  }

  private static Change change(String key, String text, IndexTerm... terms) {
    return Change.update(LogName.PORTAL, key, List.of(terms), Bytes.utf8(text), T0);
  }

  private static void inAnotherThread(Runnable action) {
    Thread thread = new Thread(action);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
