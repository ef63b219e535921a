package dev.meshsim.log.memory;

import dev.meshsim.log.Action;
import dev.meshsim.log.IndexTerm;
import dev.meshsim.log.LogName;
import dev.meshsim.log.RecordKey;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * The index of a store in memory: the place of each record and the latest record of each key,
 * without text. One writer at a time and any number of readers, who hold the lock for one query
 * only.
 */
public final class LogIndex {

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final RecordTable records = new RecordTable();
  private final KeyTable mesh = new KeyTable();
  private final KeyTable portal = new KeyTable();

  /** Runs a query with the read lock held. */
  public <T> T reading(Supplier<T> question) {
    lock.readLock().lock();
    try {
      return question.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Runs a change with the write lock held. */
  public void writing(Runnable change) {
    lock.writeLock().lock();
    try {
      change.run();
    } finally {
      lock.writeLock().unlock();
    }
  }

  public RecordTable records() {
    return records;
  }

  /** The key of a record. */
  RecordKey key(int number) {
    LogName log = records.log(number);
    return new RecordKey(number, log, keys(log).name(records.key(number)));
  }

  KeyTable keys(LogName log) {
    return log == LogName.MESH ? mesh : portal;
  }

  /** Adds the next record and returns its number. */
  public int add(LogName log, Action action, String key, List<IndexTerm> terms, long addedMillis) {
    KeyTable keys = keys(log);
    int id = keys.findOrAdd(key);
    int number = records.add(log, action, id, keys.latest(id), addedMillis);
    keys.setLatest(id, number, action == Action.DELETE ? List.of() : terms);
    return number;
  }

  /** The latest record of a key, live or not, no later than {@code snapshot}; 0 if none. */
  int latest(LogName log, String key, int snapshot) {
    KeyTable keys = keys(log);
    int id = keys.find(key);
    return id < 0 ? 0 : latestOf(keys.latest(id), snapshot);
  }

  int latestOf(int record, int snapshot) {
    int number = record;
    while (number > snapshot) {
      number = records.prior(number);
    }
    return number;
  }
}
