package dev.meshsim.log.memory;

import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.IndexTerm;
import dev.meshsim.log.LogName;
import dev.meshsim.log.OptimisticTransactions;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.RecordPage;
import dev.meshsim.log.WorkMeter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A snapshot as one transaction sees it: the records up to a number. Remembers the keys and terms
 * that were read, so that {@link #current()} can tell whether they have changed since, and the
 * puts.
 */
final class TransactionView implements OptimisticTransactions.View {

  private record Key(LogName log, String primaryKey) {}

  private record Term(LogName log, IndexTerm term) {}

  private final LogIndex index;
  private final RecordStorage storage;
  private final WorkMeter meter;
  private final int snapshot;
  private final Set<Key> readKeys = new HashSet<>();
  private final Set<Integer> readRecords = new HashSet<>();
  private final Set<Term> readTerms = new HashSet<>();
  private final Set<Key> putKeys = new HashSet<>();
  private final List<Change> puts = new ArrayList<>();
  private int seen;
  private boolean overtaken;
  private boolean ended;

  TransactionView(LogIndex index, RecordStorage storage, WorkMeter meter, int snapshot) {
    this.index = index;
    this.storage = storage;
    this.meter = meter;
    this.snapshot = snapshot;
  }

  @Override
  public Optional<DataItem> latest(LogName log, String primaryKey) {
    requireRunning();
    readKeys.add(new Key(log, primaryKey));
    int number = index.reading(() -> liveOrZero(index.latest(log, primaryKey, snapshot)));
    meter.lookups.increment();
    return number == 0 ? Optional.empty() : Optional.of(storage.read(number));
  }

  @Override
  public RecordPage versions(LogName log, String primaryKey, PageRequest range) {
    requireRunning();
    readKeys.add(new Key(log, primaryKey));
    PageReader page = new PageReader(storage, range);
    page.read(index.reading(() -> versionNumbers(log, primaryKey, range, page.start())));
    return page.done();
  }

  private List<PageReader.Candidate> versionNumbers(
      LogName log, String primaryKey, PageRequest range, long start) {
    List<PageReader.Candidate> found = new ArrayList<>();
    RecordTable records = index.records();
    int number = liveOrZero(index.latest(log, primaryKey, snapshot));
    for (; number >= start && number > 0 && records.live(number); number = records.prior(number)) {
      meter.lookups.increment();
      if (range.holds(records.added(number))) {
        found.add(0, new PageReader.Candidate(number, number));
      }
    }
    return found;
  }

  @Override
  public RecordPage find(LogName log, IndexTerm term, PageRequest range) {
    requireRunning();
    readTerms.add(new Term(log, term));
    PageReader page = new PageReader(storage, range);
    page.read(index.reading(() -> termNumbers(log, term, range, page.start())));
    return page.done();
  }

  private List<PageReader.Candidate> termNumbers(
      LogName log, IndexTerm term, PageRequest range, long start) {
    meter.lookups.increment();
    KeyTable keys = index.keys(log);
    Postings postings = keys.postings(term);
    if (postings == null || start > Integer.MAX_VALUE) {
      return List.of();
    }
    if (postings.lastChange() > snapshot) {
      overtaken = true;
      throw new OvertakenException();
    }
    seen = Math.max(seen, postings.lastChange());
    List<PageReader.Candidate> found = new ArrayList<>();
    // One more than the page holds tells whether there is a next page.
    for (int at = postings.from((int) start);
        at < postings.size() && found.size() <= range.maxItems();
        at++) {
      meter.lookups.increment();
      int id = postings.get(at);
      int number = liveOrZero(index.latestOf(keys.latest(id), snapshot));
      readRecords.add(number);
      if (range.holds(index.records().added(number))) {
        found.add(new PageReader.Candidate(id, number));
      }
    }
    return found;
  }

  private int liveOrZero(int number) {
    seen = Math.max(seen, number);
    return number > 0 && index.records().live(number) ? number : 0;
  }

  @Override
  public void put(Change change) {
    requireRunning();
    if (!putKeys.add(new Key(change.log(), change.primaryKey()))) {
      throw new IllegalArgumentException(
          "this transaction has already put " + change.primaryKey() + " of the same log");
    }
    puts.add(change);
  }

  @Override
  public List<Change> puts() {
    return puts;
  }

  /** The latest record that a result of a read depends on, or that was written; 0 for none. */
  int seen() {
    return seen;
  }

  /** Records the number of the last record that was written for the puts. */
  void wrote(int last) {
    seen = Math.max(seen, last);
  }

  /** An index of terms keeps no older state: a term that changed since the snapshot is lost. */
  @Override
  public boolean overtaken() {
    return overtaken;
  }

  /** True if everything that was read is still current. The caller holds the commit lock. */
  boolean current() {
    return index.reading(this::isCurrent);
  }

  private boolean isCurrent() {
    for (Key key : readKeys) {
      if (index.latest(key.log(), key.primaryKey(), Integer.MAX_VALUE) > snapshot) {
        return false;
      }
    }
    RecordTable records = index.records();
    for (int number : readRecords) {
      if (index.keys(records.log(number)).latest(records.key(number)) > snapshot) {
        return false;
      }
    }
    for (Term term : readTerms) {
      Postings postings = index.keys(term.log()).postings(term.term());
      if (postings != null && postings.lastChange() > snapshot) {
        return false;
      }
    }
    return true;
  }

  void end() {
    ended = true;
  }

  private void requireRunning() {
    if (ended) {
      throw new IllegalStateException("the work of this transaction has ended");
    }
  }

  /** Aborts work on a lost snapshot; never leaves the store. */
  private static final class OvertakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OvertakenException() {
      super("a conflict; the work runs again", null, false, false);
    }
  }
}
