package dev.meshsim.store.h2;

import dev.meshsim.log.OptimisticTransactions;
import dev.meshsim.log.OptimisticTransactions.Attempt;
import dev.meshsim.log.PortalStore.Work;
import dev.meshsim.log.WorkMeter;
import dev.meshsim.store.h2.database.Session;
import dev.meshsim.store.h2.database.SqlStore;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The snapshots and commits of a portal in a database. Work reads on a snapshot; its puts are made
 * in a later SQL transaction, which first checks that everything the work read is still current.
 */
final class PortalSnapshots implements OptimisticTransactions.Source<PortalView> {

  private final SqlStore store;
  private final WorkMeter meter;
  private final PortalSharing sharing = new PortalSharing();

  PortalSnapshots(SqlStore store, WorkMeter meter) {
    this.store = store;
    this.meter = meter;
  }

  @Override
  public <T> Attempt<T, PortalView> run(Work<T> work) {
    return store.readAhead((session, snapshot) -> attempt(work, session, snapshot));
  }

  private <T> Attempt<T, PortalView> attempt(Work<T> work, Session session, long snapshot)
      throws SQLException {
    PortalView view = new PortalView(new PortalRows(session, meter), snapshot);
    Attempt<T, PortalView> attempt = new Attempt<>(work, view);
    view.end();
    return attempt;
  }

  @Override
  public boolean commit(PortalView view) {
    return store.write(
        (session, head) -> {
          if (!view.current(new PortalRows(session, meter), head.last())
              || !sharing.add(session, view.claims())) {
            return false;
          }
          new PortalWriter(session, meter).add(view.puts(), head);
          return true;
        });
  }

  /** Runs in the writing SQL transaction, which holds the lock on all changes. */
  @Override
  public <T> Attempt<T, PortalView> runLocked(Work<T> work) {
    AtomicReference<@Nullable Attempt<T, PortalView>> made = new AtomicReference<>();
    store.writeAlone(
        (session, head) -> {
          Attempt<T, PortalView> attempt = attempt(work, session, head.last());
          if (attempt.writes()) {
            sharing.add(session, attempt.view().claims());
            new PortalWriter(session, meter).add(attempt.view().puts(), head);
          }
          made.set(attempt);
          return true;
        });
    Attempt<T, PortalView> attempt = made.get();
    if (attempt == null) {
      throw new IllegalStateException("the work did not run");
    }
    return attempt;
  }

  /** A commit is durable when {@link SqlStore#write} returns, so only reads may have to wait. */
  @Override
  public void awaitDurable(PortalView view) {
    store.awaitDurable(view.snapshot());
  }
}
