package dev.meshsim.log;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The primary keys of one log, numbered from 0 in the order they were first written, each with its
 * latest record and the terms that record has. Guarded by the lock of {@link LogIndex}.
 */
final class KeyTable {

  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<IndexTerm, Postings> postings = new HashMap<>();
  private final Map<Integer, List<IndexTerm>> termsOf = new HashMap<>();
  private int[] latest = new int[64];

  /** The number of {@code key}, or -1 if it was never written. */
  int find(String key) {
    Integer id = ids.get(key);
    return id == null ? -1 : id;
  }

  /** The number of {@code key}, a new one if it was never written. */
  int findOrAdd(String key) {
    int fresh = ids.size();
    Integer id = ids.putIfAbsent(key, fresh);
    if (id != null) {
      return id;
    }
    if (fresh == latest.length) {
      latest = Arrays.copyOf(latest, Math.addExact(fresh, fresh >> 1));
    }
    return fresh;
  }

  /** The latest record of a key, live or not; 0 for a key that is about to get its first. */
  int latest(int id) {
    return latest[id];
  }

  /** Makes {@code record} the latest of a key. */
  void setLatest(int id, int record, List<IndexTerm> terms) {
    latest[id] = record;
    List<IndexTerm> old =
        terms.isEmpty() ? (termsOf.isEmpty() ? null : termsOf.remove(id)) : termsOf.put(id, terms);
    if (old != null && !old.equals(terms)) {
      for (IndexTerm term : old) {
        Postings keys = postings.get(term);
        if (keys != null && !terms.contains(term)) {
          keys.remove(id, record);
        }
      }
    }
    for (IndexTerm term : terms) {
      postings.computeIfAbsent(term, t -> new Postings()).add(id, record);
    }
  }

  /** The keys that have {@code term}, or null if none ever had it. */
  @Nullable Postings postings(IndexTerm term) {
    return postings.get(term);
  }
}
