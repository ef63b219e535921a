package dev.meshsim.log.memory;

import dev.meshsim.log.IndexTerm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The primary keys of one log, numbered from 0 in the order they were first written, each with its
 * latest record and the terms that record has. Guarded by the lock of {@link LogIndex}.
 */
final class KeyTable {

  private final NameTable keys = new NameTable();
  private final TermTable terms = new TermTable();
  private final IntColumn latest = new IntColumn();

  /** The number of {@code key}, or -1 if it was never written. */
  int find(String key) {
    return keys.find(key);
  }

  /** The key of a number. */
  String name(int id) {
    return keys.name(id);
  }

  /** The number of {@code key}, a new one if it was never written. */
  int findOrAdd(String key) {
    return keys.findOrAdd(key);
  }

  /** The latest record of a key, live or not; 0 for a key that is about to get its first. */
  int latest(int id) {
    return latest.getOrZero(id);
  }

  /** Makes {@code record} the latest of a key. */
  void setLatest(int id, int record, List<IndexTerm> now) {
    latest.set(id, record);
    terms.set(id, now, record);
  }

  /** The keys that have {@code term}, or null if none ever had it. */
  @Nullable Postings postings(IndexTerm term) {
    return terms.postings(term);
  }
}
