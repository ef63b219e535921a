package dev.meshsim.log.memory;

import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.IndexTerm;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore.Transaction;
import dev.meshsim.log.RecordPage;
import dev.meshsim.log.WorkMeter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The records up to a snapshot, as one transaction sees them, and what it read and put. Keeps the
 * read keys and terms so that {@link #current()} can tell whether they have changed since.
 */
final class TransactionView implements Transaction {

  private record Key(LogName log, String primaryKey) {}

  private record Term(LogName log, IndexTerm term) {}

  private final LogIndex index;
  private final RecordStorage keeper;
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

  TransactionView(LogIndex index, RecordStorage keeper, WorkMeter meter, int snapshot) {
    this.index = index;
    this.keeper = keeper;
    this.meter = meter;
    this.snapshot = snapshot;
  }

  @Override
  public Optional<DataItem> latest(LogName log, String primaryKey) {
    requireRunning();
    readKeys.add(new Key(log, primaryKey));
    int number = index.reading(() -> liveOrZero(index.latest(log, primaryKey, snapshot)));
    meter.lookups.increment();
    return number == 0 ? Optional.empty() : Optional.of(keeper.read(number));
  }

  @Override
  public RecordPage versions(LogName log, String primaryKey, PageRequest range) {
    requireRunning();
    readKeys.add(new Key(log, primaryKey));
    PageReader page = new PageReader(keeper, range);
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
    PageReader page = new PageReader(keeper, range);
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

  List<Change> puts() {
    return puts;
  }

  /** The latest record on which anything that the work was told depends. */
  int seen() {
    return seen;
  }

  /** True if the view could not be kept up; what the work returned or threw means nothing. */
  boolean overtaken() {
    return overtaken;
  }

  /** True if everything that was read is still so. Asked with the commit lock held. */
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

  /** Ends work whose view is gone; never leaves the store. */
  private static final class OvertakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OvertakenException() {
      super("a conflict; the work runs again", null, false, false);
    }
  }
}
