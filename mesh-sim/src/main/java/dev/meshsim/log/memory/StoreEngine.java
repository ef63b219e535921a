package dev.meshsim.log.memory;

import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.OptimisticTransactions;
import dev.meshsim.log.OptimisticTransactions.Attempt;
import dev.meshsim.log.PortalStore.Work;
import dev.meshsim.log.WorkMeter;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Transactions over an index in memory and a storage of records. A snapshot is a record number: a
 * view ignores later records. Thread-safe.
 */
public final class StoreEngine {

  private final LogIndex index;
  private final RecordStorage storage;
  private final WorkMeter meter;
  private final OptimisticTransactions<TransactionView> transactions;
  private final ReentrantLock commit = new ReentrantLock();

  /**
   * Transactions over the records that an index has.
   *
   * @param storage holds exactly the records of the index
   */
  public StoreEngine(LogIndex index, RecordStorage storage, WorkMeter meter) {
    this.index = index;
    this.storage = storage;
    this.meter = meter;
    this.transactions = new OptimisticTransactions<>(new Snapshots());
  }

  /** See {@link dev.meshsim.log.PortalStore#transact}. */
  public <T> T transact(Work<T> work) {
    return transactions.transact(work);
  }

  /**
   * Appends transactions, and waits for the disk once for many of them. The content of a log does
   * not depend on the grouping of transactions into writes: a transaction of mesh records only
   * would be marked if it shared a write with records of the portal log, so it begins a write of
   * its own.
   */
  public void load(List<List<Change>> transactions) {
    int last = 0;
    for (List<Change> changes : transactions) {
      RecordStorage.Prepared prepared = storage.prepare(changes);
      if (changes.stream().allMatch(change -> change.log() == LogName.MESH)) {
        storage.awaitDurable(last);
      }
      commit.lock();
      try {
        last = storage.append(prepared, index);
      } finally {
        commit.unlock();
      }
    }
    storage.awaitDurable(last);
  }

  private final class Snapshots implements OptimisticTransactions.Source<TransactionView> {

    @Override
    public <T> Attempt<T, TransactionView> run(Work<T> work) {
      int last = index.reading(() -> index.records().last());
      TransactionView view = new TransactionView(index, storage, meter, last);
      try {
        return new Attempt<>(work, view);
      } finally {
        view.end();
      }
    }

    @Override
    public boolean commit(TransactionView view) {
      RecordStorage.Prepared prepared = storage.prepare(view.puts());
      commit.lock();
      try {
        if (!view.current()) {
          return false;
        }
        view.wrote(storage.append(prepared, index));
        return true;
      } finally {
        commit.unlock();
      }
    }

    @Override
    public <T> Attempt<T, TransactionView> runLocked(Work<T> work) {
      commit.lock();
      try {
        Attempt<T, TransactionView> attempt = run(work);
        TransactionView view = attempt.view();
        if (view.overtaken() || (attempt.writes() && !commit(view))) {
          throw new IllegalStateException("a conflict while the commit lock is held");
        }
        return attempt;
      } finally {
        commit.unlock();
      }
    }

    @Override
    public void awaitDurable(TransactionView view) {
      storage.awaitDurable(view.seen());
    }
  }
}
