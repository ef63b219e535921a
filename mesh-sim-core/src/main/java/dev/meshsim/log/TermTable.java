package dev.meshsim.log;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The further names of a log's keys. Most terms have one key and most keys one term, so these are
 * plain numbers; only the others have objects. Guarded by the lock of {@link LogIndex}.
 */
final class TermTable {

  private static final int NONE = -1;
  private static final int MANY = -2;
  private static final int[] NO_TERMS = new int[0];

  private final NameTable terms = new NameTable();
  private final Map<Integer, Postings> many = new HashMap<>();
  private final Map<Integer, int[]> manyTerms = new HashMap<>();
  private int[] keyOf = new int[16];
  private int[] lastChange = new int[16];
  private int[] termOf = new int[16];

  /** The keys that have {@code term}, or null if none ever had it. */
  @Nullable Postings postings(IndexTerm term) {
    int id = terms.find(name(term));
    if (id < 0) {
      return null;
    }
    Postings keys = many.get(id);
    return keys != null ? keys : Postings.of(keyOf[id], lastChange[id]);
  }

  /** Makes {@code now} the terms of a key, instead of those it had. */
  void set(int key, List<IndexTerm> now, int byRecord) {
    int[] old = termsOf(key);
    if (old.length == 0 && now.isEmpty()) {
      return;
    }
    int[] ids = now.stream().mapToInt(this::idOf).distinct().toArray();
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

  private int idOf(IndexTerm term) {
    int fresh = terms.size();
    int id = terms.findOrAdd(name(term));
    if (id == fresh) {
      keyOf = ensure(keyOf, id);
      lastChange = ensure(lastChange, id);
      keyOf[id] = NONE;
    }
    return id;
  }

  private void add(int id, int key, int byRecord) {
    if (keyOf[id] == NONE) {
      keyOf[id] = key;
      lastChange[id] = byRecord;
      return;
    }
    int single = keyOf[id];
    keyOf[id] = MANY;
    many.computeIfAbsent(id, t -> Postings.of(single, lastChange[id])).add(key, byRecord);
  }

  private void remove(int id, int key, int byRecord) {
    Postings keys = many.get(id);
    if (keys != null) {
      keys.remove(key, byRecord);
    } else {
      keyOf[id] = NONE;
      lastChange[id] = byRecord;
    }
  }

  /** Stored plus one, so that a fresh array means none. */
  private int[] termsOf(int key) {
    if (key >= termOf.length || termOf[key] == 0) {
      return NO_TERMS;
    }
    return termOf[key] == MANY
        ? manyTerms.getOrDefault(key, NO_TERMS)
        : new int[] {termOf[key] - 1};
  }

  private void setTermsOf(int key, int[] ids) {
    termOf = ensure(termOf, key);
    if (termOf[key] == MANY) {
      manyTerms.remove(key);
    }
    if (ids.length > 1) {
      manyTerms.put(key, ids);
    }
    termOf[key] = ids.length == 0 ? 0 : ids.length == 1 ? ids[0] + 1 : MANY;
  }

  private static boolean holds(int[] ids, int id) {
    for (int other : ids) {
      if (other == id) {
        return true;
      }
    }
    return false;
  }

  private static int[] ensure(int[] array, int index) {
    return index < array.length
        ? array
        : Arrays.copyOf(array, Math.addExact(index + 1, index >> 1));
  }

  private static String name(IndexTerm term) {
    return term.type().length() + ":" + term.type() + term.term();
  }
}
