package dev.meshsim.log.memory;

import dev.meshsim.log.Action;
import dev.meshsim.log.IndexTerm;
import dev.meshsim.log.LogName;
import java.util.List;

/** A log's index without its log, opened to the benchmark {@code IndexTables}. */
public final class IndexAccess {

  private final LogIndex index = new LogIndex();

  /** An empty index. */
  public IndexAccess() {}

  /** Adds a new version of a key, whose line is at {@code offset} of its log. */
  public void add(
      LogName log, String key, List<IndexTerm> terms, long addedMillis, long offset, int octets) {
    int number = index.add(log, Action.NEW, key, terms, addedMillis);
    index.records().place(number, offset, octets);
  }

  /** The place of a key's latest version, or -1 if it has none. */
  public long find(LogName log, String key) {
    return place(index.latest(log, key, Integer.MAX_VALUE));
  }

  /** The place of the latest version of the first key that has a term, or -1 if none has it. */
  public long find(LogName log, IndexTerm term) {
    KeyTable keys = index.keys(log);
    Postings postings = keys.postings(term);
    return postings == null || postings.size() == 0 ? -1 : place(keys.latest(postings.get(0)));
  }

  private long place(int number) {
    RecordTable records = index.records();
    return number > 0 && records.live(number) ? records.offset(number) : -1;
  }
}
