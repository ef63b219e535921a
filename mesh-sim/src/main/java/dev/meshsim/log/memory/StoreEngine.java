package dev.meshsim.log.memory;

import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore.Work;
import dev.meshsim.log.WorkMeter;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Transactions over an index and a keeper. Work runs without a lock on the records up to a number,
 * its snapshot. When it wants to write, what it read must still be the latest; otherwise it runs
 * again, and after some attempts with the commit lock held, so that it cannot lose once more.
 */
public final class StoreEngine {

  private static final int FREE_ATTEMPTS = 4;

  private final LogIndex index;
  private final RecordStorage keeper;
  private final WorkMeter meter;
  private final ReentrantLock commit = new ReentrantLock();

  public StoreEngine(LogIndex index, RecordStorage keeper, WorkMeter meter) {
    this.index = index;
    this.keeper = keeper;
    this.meter = meter;
  }

  public <T> T transact(Work<T> work) {
    for (int n = 0; n < FREE_ATTEMPTS; n++) {
      Attempt<T> attempt = new Attempt<>(work, newView());
      if (commit(attempt)) {
        return attempt.settle(keeper);
      }
    }
    Attempt<T> attempt;
    commit.lock();
    try {
      attempt = new Attempt<>(work, newView());
      if (!commit(attempt)) {
        throw new IllegalStateException("a conflict while nobody else could commit");
      }
    } finally {
      commit.unlock();
    }
    return attempt.settle(keeper);
  }

  /**
   * Appends transactions, and waits for the disk once for many of them. What stands in a log does
   * not depend on which of them shared a write: a transaction of mesh records alone is marked when
   * it is written beside records of the portal log, so it begins a write of its own.
   */
  public void load(List<List<Change>> transactions) {
    int last = 0;
    for (List<Change> changes : transactions) {
      RecordStorage.Prepared prepared = keeper.prepare(changes);
      if (changes.stream().allMatch(change -> change.log() == LogName.MESH)) {
        keeper.awaitDurable(last);
      }
      commit.lock();
      try {
        last = keeper.append(prepared, index);
      } finally {
        commit.unlock();
      }
    }
    keeper.awaitDurable(last);
  }

  private TransactionView newView() {
    return new TransactionView(index, keeper, meter, index.reading(() -> index.records().last()));
  }

  /** False if the attempt was overtaken and has to be made again. */
  private boolean commit(Attempt<?> attempt) {
    if (attempt.view.overtaken()) {
      return false;
    }
    if (attempt.failure != null || attempt.view.puts().isEmpty()) {
      return true;
    }
    RecordStorage.Prepared prepared = keeper.prepare(attempt.view.puts());
    commit.lock();
    try {
      if (!attempt.view.current()) {
        return false;
      }
      attempt.written = keeper.append(prepared, index);
      return true;
    } finally {
      commit.unlock();
    }
  }

  /** One run of the work, and what came of it. */
  private static final class Attempt<T> {

    private final TransactionView view;
    private @Nullable T result;
    private @Nullable Throwable failure;
    private int written;

    Attempt(Work<T> work, TransactionView view) {
      this.view = view;
      try {
        result = work.run(view);
      } catch (RuntimeException | Error e) {
        failure = e;
      } finally {
        view.end();
      }
    }

    /** Waits until all that the work wrote or saw is durable, and lets its outcome through. */
    @SuppressWarnings("NullAway") // a null result is one that the work returned
    T settle(RecordStorage keeper) {
      keeper.awaitDurable(Math.max(written, view.seen()));
      if (failure instanceof RuntimeException e) {
        throw e;
      }
      if (failure instanceof Error e) {
        throw e;
      }
      return result;
    }
  }
}
