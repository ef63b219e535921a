package dev.meshsim.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.OptimisticTransactions.Attempt;
import dev.meshsim.log.PortalStore.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptimisticTransactionsTest {

  private static final Change CHANGE =
      Change.create(LogName.MESH, "key", List.of(), Bytes.utf8("{}"), Instant.EPOCH);

  private final List<String> calls = new ArrayList<>();
  private int conflicts;
  private int overtaken;

  private final class Snapshot implements OptimisticTransactions.View {

    private final List<Change> puts = new ArrayList<>();
    private final boolean lost = overtaken-- > 0;

    @Override
    public Optional<DataItem> latest(LogName log, String primaryKey) {
      return Optional.empty();
    }

    @Override
    public RecordPage versions(LogName log, String primaryKey, PageRequest range) {
      throw new UnsupportedOperationException();
    }

    @Override
    public RecordPage find(LogName log, IndexTerm term, PageRequest range) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void put(Change change) {
      puts.add(change);
    }

    @Override
    public List<Change> puts() {
      return puts;
    }

    @Override
    public boolean overtaken() {
      return lost;
    }
  }

  private final class Source implements OptimisticTransactions.Source<Snapshot> {

    @Override
    public <T> Attempt<T, Snapshot> run(Work<T> work) {
      calls.add("run");
      return new Attempt<>(work, new Snapshot());
    }

    @Override
    public boolean commit(Snapshot view) {
      calls.add("commit " + view.puts().size());
      return conflicts-- <= 0;
    }

    @Override
    public <T> Attempt<T, Snapshot> runLocked(Work<T> work) {
      calls.add("locked");
      return new Attempt<>(work, new Snapshot());
    }

    @Override
    public void awaitDurable(Snapshot view) {
      calls.add("durable");
    }
  }

  private final OptimisticTransactions<Snapshot> transactions =
      new OptimisticTransactions<>(new Source());

  @Test
  void workWithoutPutsCommitsNothingAndWaitsForItsReads() {
    assertNull(transactions.<String>transact(tx -> null));
    assertEquals(List.of("run", "durable"), calls);
  }

  @Test
  void putsAreCommittedBeforeTheWait() {
    assertEquals("done", transactions.transact(put("done")));
    assertEquals(List.of("run", "commit 1", "durable"), calls);
  }

  @Test
  void aConflictRunsTheWorkAgain() {
    conflicts = 1;
    assertEquals("done", transactions.transact(put("done")));
    assertEquals(List.of("run", "commit 1", "run", "commit 1", "durable"), calls);
  }

  @Test
  void afterFourConflictsTheWorkRunsWithTheLock() {
    conflicts = 100;
    assertEquals("done", transactions.transact(put("done")));
    assertEquals(4, calls.stream().filter("run"::equals).count());
    assertEquals(List.of("locked", "durable"), calls.subList(8, calls.size()));
  }

  @Test
  void theOutcomeOnALostSnapshotIsVoid() {
    overtaken = 1;
    List<String> results = new ArrayList<>(List.of("stale", "current"));
    assertEquals("current", transactions.transact(tx -> results.remove(0)));
    assertEquals(List.of("run", "run", "durable"), calls);
  }

  @Test
  void aFailureCommitsNothingAndIsRethrownAfterTheWait() {
    Error failure = new AssertionError("of the work");
    Error thrown =
        assertThrows(
            AssertionError.class,
            () ->
                transactions.transact(
                    tx -> {
                      tx.put(CHANGE);
                      throw failure;
                    }));
    assertSame(failure, thrown);
    assertEquals(List.of("run", "durable"), calls);
  }

  private static Work<String> put(String result) {
    return tx -> {
      tx.put(CHANGE);
      return result;
    };
  }
}
