package dev.meshsim.benchmark.store;

import dev.meshsim.log.Action;
import dev.meshsim.log.IndexTerm;
import dev.meshsim.log.LogName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An index of a log made of {@link HashMap} and {@link ArrayList}, to compare the tables with. */
final class MapIndex {

  /** A record, and the one before it of the same key. */
  private record Row(
      LogName log,
      Action action,
      Key key,
      @Nullable Row prior,
      long addedMillis,
      long offset,
      int octets) {}

  /** A key, its latest record and the terms which that has. */
  private static final class Key {

    private @Nullable Row latest;
    private List<IndexTerm> terms = List.of();
  }

  /** The keys that have a term, and the number of the record that last changed them. */
  private static final class Postings {

    private final List<Key> keys = new ArrayList<>(1);

    @SuppressWarnings("UnusedVariable") // a transaction would read it; here its memory counts
    private int lastChange;
  }

  private final List<Row> rows = new ArrayList<>();
  private final Map<LogName, Map<String, Key>> keys = new EnumMap<>(LogName.class);
  private final Map<LogName, Map<IndexTerm, Postings>> terms = new EnumMap<>(LogName.class);

  MapIndex() {
    for (LogName log : LogName.values()) {
      keys.put(log, new HashMap<>());
      terms.put(log, new HashMap<>());
    }
  }

  /** Adds a new version of a key, whose line is at {@code offset} of its log. */
  void add(
      LogName log, String name, List<IndexTerm> now, long addedMillis, long offset, int octets) {
    Key key = of(keys, log).computeIfAbsent(name, any -> new Key());
    Row row = new Row(log, Action.NEW, key, key.latest, addedMillis, offset, octets);
    rows.add(row);
    key.latest = row;
    Map<IndexTerm, Postings> postings = of(terms, log);
    for (IndexTerm old : key.terms) {
      Postings had = postings.get(old);
      if (had != null && had.keys.remove(key)) {
        had.lastChange = rows.size();
      }
    }
    for (IndexTerm term : now) {
      Postings has = postings.computeIfAbsent(term, any -> new Postings());
      has.keys.add(key);
      has.lastChange = rows.size();
    }
    key.terms = now;
  }

  /** The place of a key's latest version, or -1 if it has none. */
  long find(LogName log, String name) {
    return place(of(keys, log).get(name));
  }

  /** The place of the latest version of the first key that has a term, or -1 if none has it. */
  long find(LogName log, IndexTerm term) {
    Postings postings = of(terms, log).get(term);
    return postings == null || postings.keys.isEmpty() ? -1 : place(postings.keys.get(0));
  }

  private static long place(@Nullable Key key) {
    Row latest = key == null ? null : key.latest;
    return latest == null || latest.action == Action.DELETE ? -1 : latest.offset;
  }

  private static <K, V> Map<K, V> of(Map<LogName, Map<K, V>> byLog, LogName log) {
    return byLog.getOrDefault(log, Map.of());
  }
}
