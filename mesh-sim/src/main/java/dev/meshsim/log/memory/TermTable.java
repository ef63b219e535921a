package dev.meshsim.log.memory;

import dev.meshsim.log.IndexTerm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The further names of a log's keys. Most terms have one key and most keys one term, so these are
 * plain numbers; only the others have objects. Guarded by the lock of {@link LogIndex}.
 */
final class TermTable {

  private static final int NONE = 0;
  private static final int MANY = -1;
  private static final int[] NO_TERMS = new int[0];

  private final NameTable terms = new NameTable();
  private final Map<Integer, Postings> many = new HashMap<>();
  private final Map<Integer, int[]> manyTerms = new HashMap<>();
  // Numbers stored plus one, so that a fresh place means none.
  private final IntColumn keyOf = new IntColumn();
  private final IntColumn termOf = new IntColumn();
  private final IntColumn lastChange = new IntColumn();

  /** The keys that have {@code term}, or null if none ever had it. */
  @Nullable Postings postings(IndexTerm term) {
    int id = terms.find(name(term));
    if (id < 0) {
      return null;
    }
    Postings keys = many.get(id);
    return keys != null ? keys : Postings.of(keyOf.getOrZero(id) - 1, lastChange.getOrZero(id));
  }

  /** Makes {@code now} the terms of a key, instead of those it had. */
  void set(int key, List<IndexTerm> now, int byRecord) {
    int[] old = termsOf(key);
    if (old.length == 0 && now.isEmpty()) {
      return;
    }
    int[] ids = now.stream().mapToInt(term -> terms.findOrAdd(name(term))).distinct().toArray();
    for (int id : old) {
      if (!holds(ids, id)) {
        remove(id, key, byRecord);
      }
    }
    for (int id : ids) {
      if (!holds(old, id)) {
        add(id, key, byRecord);
      }
    }
    setTermsOf(key, ids);
  }

  private void add(int id, int key, int byRecord) {
    int single = keyOf.getOrZero(id);
    if (single == NONE) {
      keyOf.set(id, key + 1);
      lastChange.set(id, byRecord);
      return;
    }
    keyOf.set(id, MANY);
    many.computeIfAbsent(id, t -> Postings.of(single - 1, lastChange.get(t))).add(key, byRecord);
  }

  private void remove(int id, int key, int byRecord) {
    Postings keys = many.get(id);
    if (keys != null) {
      keys.remove(key, byRecord);
    } else {
      keyOf.set(id, NONE);
      lastChange.set(id, byRecord);
    }
  }

  private int[] termsOf(int key) {
    int term = termOf.getOrZero(key);
    if (term == NONE) {
      return NO_TERMS;
    }
    return term == MANY ? manyTerms.getOrDefault(key, NO_TERMS) : new int[] {term - 1};
  }

  private void setTermsOf(int key, int[] ids) {
    if (termOf.getOrZero(key) == MANY) {
      manyTerms.remove(key);
    }
    if (ids.length > 1) {
      manyTerms.put(key, ids);
    }
    termOf.set(key, ids.length == 0 ? NONE : ids.length == 1 ? ids[0] + 1 : MANY);
  }

  private static boolean holds(int[] ids, int id) {
    for (int other : ids) {
      if (other == id) {
        return true;
      }
    }
    return false;
  }

  /** The length of the type tells where the term begins. */
  private static String name(IndexTerm term) {
    return (char) term.type().length() + term.type() + term.term();
  }
}
