package dev.meshsim.store.h2;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.IndexTerm;
import dev.meshsim.log.LogName;
import dev.meshsim.log.OptimisticTransactions;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.RecordPage;
import dev.meshsim.store.h2.database.LogKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot as one transaction sees it. Remembers the keys and terms that were read, so that
 * {@link #current} can tell whether they have changed since, and the puts.
 */
final class PortalView implements OptimisticTransactions.View {

  /** Carries a SQLException through the caller's work, which must not see it. */
  private static final class ReadFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReadFailure(SQLException cause) {
      super(cause);
    }
  }

  /** A query. */
  @FunctionalInterface
  private interface Read<T> {
    T run() throws SQLException;
  }

  private final PortalRows rows;
  private final long snapshot;
  private final List<LogKey> readKeys = new ArrayList<>(2);
  private final List<LogTerm> readTerms = new ArrayList<>(0);
  private final Set<LogKey> putKeys = new HashSet<>();
  private final List<Change> puts = new ArrayList<>();
  private @Nullable SQLException failure;
  private boolean ended;

  private final List<PortalSharing.Claim> claims = new ArrayList<>(0);

  PortalView(PortalRows rows, long snapshot) {
    this.rows = rows;
    this.snapshot = snapshot;
  }

  @Override
  public Optional<DataItem> latest(LogName log, String primaryKey) {
    LogKey key = new LogKey(log, primaryKey);
    readKeys.add(key);
    return read(() -> rows.latest(key)).filter(DataItem::live);
  }

  @Override
  public RecordPage versions(LogName log, String primaryKey, PageRequest range) {
    LogKey key = new LogKey(log, primaryKey);
    readKeys.add(key);
    return read(
        () -> {
          PortalRows.Key found = rows.key(key).filter(k -> k.latest() >= k.life()).orElse(null);
          return PageFill.of(
              range,
              (from, limit) ->
                  found == null
                      ? List.of()
                      : rows.versions(found.id(), Math.max(from, found.life()), range, limit));
        });
  }

  @Override
  public RecordPage find(LogName log, IndexTerm term, PageRequest range) {
    LogTerm wanted = new LogTerm(log, term);
    readTerms.add(wanted);
    return read(
        () -> {
          PortalRows.Term found = rows.term(wanted).orElse(null);
          return PageFill.of(
              range,
              (from, limit) ->
                  found == null ? List.of() : rows.find(found.id(), from, range, limit));
        });
  }

  @Override
  public void put(Change change) {
    requireRunning();
    if (!putKeys.add(new LogKey(change.log(), change.primaryKey()))) {
      throw new IllegalArgumentException(
          "this transaction has already put " + change.primaryKey() + " of the same log");
    }
    puts.add(change);
  }

  @Override
  public boolean claim(String name, Instant time, Instant forgotten) {
    Bytes digest = PortalSharing.digest(name);
    if (read(() -> rows.isClaimed(digest))) {
      return false;
    }
    claims.add(new PortalSharing.Claim(digest, time.toEpochMilli(), forgotten.toEpochMilli()));
    return true;
  }

  private <T> T read(Read<T> read) {
    requireRunning();
    try {
      return read.run();
    } catch (SQLException e) {
      failure = e;
      throw new ReadFailure(e);
    }
  }

  @Override
  public List<Change> puts() {
    return puts;
  }

  @Override
  public boolean writes() {
    return !puts.isEmpty() || !claims.isEmpty();
  }

  /** The names that the transaction claims. */
  List<PortalSharing.Claim> claims() {
    return claims;
  }

  /** The number of the last change that the view sees. */
  long snapshot() {
    return snapshot;
  }

  /** Ends the view; rethrows the failure of a read, even if the work caught it. */
  void end() throws SQLException {
    ended = true;
    if (failure != null) {
      throw failure;
    }
  }

  /**
   * True if everything that was read is still current.
   *
   * @param now the rows as an SQL transaction sees them
   * @param last the number of the last change that this SQL transaction sees
   */
  boolean current(PortalRows now, long last) throws SQLException {
    if (last == snapshot) {
      return true;
    }
    for (LogKey key : new LinkedHashSet<>(readKeys)) {
      Optional<PortalRows.Key> found = now.key(key);
      if (found.isPresent() && found.get().latest() > snapshot) {
        return false;
      }
    }
    for (LogTerm term : new LinkedHashSet<>(readTerms)) {
      Optional<PortalRows.Term> found = now.term(term);
      if (found.isPresent() && found.get().changed() > snapshot) {
        return false;
      }
    }
    return true;
  }

  private void requireRunning() {
    if (ended) {
      throw new IllegalStateException("the work of this transaction has ended");
    }
  }
}
