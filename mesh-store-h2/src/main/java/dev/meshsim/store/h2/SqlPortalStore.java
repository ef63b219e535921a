package dev.meshsim.store.h2;

import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.RecordPage;
import dev.meshsim.log.WorkCount;
import dev.meshsim.log.WorkMeter;
import dev.meshsim.store.Finding;
import dev.meshsim.store.h2.database.ChangeCounter;
import dev.meshsim.store.h2.database.DatabaseException;
import dev.meshsim.store.h2.database.Session;
import dev.meshsim.store.h2.database.SqlStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A portal's records in a database. Work runs on a snapshot; its puts are made in a later SQL
 * transaction, which first makes sure that what the work read is still the latest. If it is not the
 * work runs again, and after some attempts in that very SQL transaction, so that it cannot lose.
 */
public final class SqlPortalStore implements PortalStore {

  public static final String CONTENT = "portal";

  private static final int FREE_ATTEMPTS = 4;

  private final SqlStore store;
  private final WorkMeter meter = new WorkMeter();

  public SqlPortalStore(SqlStore store) {
    this.store = store;
  }

  @Override
  public <T> T transact(Work<T> work) {
    for (int n = 0; n < FREE_ATTEMPTS; n++) {
      Attempt<T> attempt =
          store.readAhead(
              (session, snapshot) -> new Attempt<>(work, new PortalRows(session, meter), snapshot));
      if (!attempt.writes()) {
        store.awaitDurable(attempt.snapshot);
        return attempt.settle();
      }
      // What is written is on the disk later than what was read.
      if (store.write((session, head) -> write(attempt, session, head))) {
        return attempt.settle();
      }
    }
    return transactAlone(work);
  }

  private boolean write(Attempt<?> attempt, Session session, ChangeCounter head)
      throws SQLException {
    if (!attempt.view.current(new PortalRows(session, meter), head.last())) {
      return false;
    }
    new PortalWriter(session, meter).add(attempt.view.puts(), head);
    return true;
  }

  private <T> T transactAlone(Work<T> work) {
    AtomicReference<@Nullable Attempt<T>> made = new AtomicReference<>();
    store.writeAlone(
        (session, head) -> {
          Attempt<T> attempt = new Attempt<>(work, new PortalRows(session, meter), head.last());
          if (attempt.writes()) {
            new PortalWriter(session, meter).add(attempt.view.puts(), head);
          }
          made.set(attempt);
          return true;
        });
    Attempt<T> attempt = made.get();
    if (attempt == null) {
      throw new IllegalStateException("the work did not run");
    }
    return attempt.settle();
  }

  @Override
  public void load(List<List<Change>> transactions) {
    store.write(
        (session, head) -> {
          PortalWriter writer = new PortalWriter(session, meter);
          for (List<Change> changes : transactions) {
            writer.add(changes, head);
          }
          return true;
        });
  }

  @Override
  public RecordPage scan(LogName log, PageRequest range) {
    return store.read(
        (session, snapshot) -> {
          PortalRows rows = new PortalRows(session, meter);
          return PageFill.of(range, (from, limit) -> rows.scan(log, from, range, limit));
        });
  }

  @Override
  public Optional<Instant> lastWrite() {
    return store.read((session, snapshot) -> new PortalRows(session, meter).added(snapshot));
  }

  @Override
  public List<Finding> check() {
    return store.isClosed()
        ? List.of(new Finding(DatabaseException.Code.CLOSED, store.place(), "the store was closed"))
        : PortalCheck.of(store);
  }

  @Override
  public WorkCount counts() {
    return meter.count(store.syncs());
  }

  @Override
  public void close() {
    store.close();
  }

  /** One run of the work, and what came of it. */
  private static final class Attempt<T> {

    private final PortalView view;
    private final long snapshot;
    private @Nullable T result;
    private @Nullable Throwable failure;

    Attempt(Work<T> work, PortalRows rows, long snapshot) throws SQLException {
      this.view = new PortalView(rows, snapshot);
      this.snapshot = snapshot;
      try {
        result = work.run(view);
      } catch (RuntimeException | Error e) {
        failure = e;
      }
      view.end();
    }

    boolean writes() {
      return failure == null && !view.puts().isEmpty();
    }

    /** Lets the outcome through. */
    @SuppressWarnings("NullAway") // a null result is one that the work returned
    T settle() {
      if (failure instanceof RuntimeException e) {
        throw e;
      }
      if (failure instanceof Error e) {
        throw e;
      }
      return result;
    }
  }
}
