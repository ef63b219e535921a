package dev.meshsim.log;

import dev.meshsim.log.PortalStore.Transaction;
import dev.meshsim.log.PortalStore.Work;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Optimistic transactions: the retry loop that all portal stores share. Work runs on a snapshot
 * without a lock. Its puts are committed if everything that it read is still current; otherwise it
 * runs again on a new snapshot. After {@value #FREE_ATTEMPTS} conflicts it runs with the commit
 * lock held, which always succeeds. Thread-safe if the source is.
 *
 * @param <V> the store's view of a snapshot
 */
public final class OptimisticTransactions<V extends OptimisticTransactions.View> {

  /** The attempts without the commit lock. */
  public static final int FREE_ATTEMPTS = 4;

  private final Source<V> source;

  /** Transactions over the snapshots of a store. */
  public OptimisticTransactions(Source<V> source) {
    this.source = source;
  }

  /** See {@link PortalStore#transact}. */
  public <T> T transact(Work<T> work) {
    for (int n = 0; n < FREE_ATTEMPTS; n++) {
      Attempt<T, V> attempt = source.run(work);
      V view = attempt.view;
      if (!view.overtaken() && (!attempt.writes() || source.commit(view))) {
        return settle(attempt);
      }
    }
    return settle(source.runLocked(work));
  }

  /** Also a read and a failure wait: they may depend on data that is not durable yet. */
  private <T> T settle(Attempt<T, V> attempt) {
    source.awaitDurable(attempt.view);
    return attempt.outcome();
  }

  /** A snapshot as one run of the work sees it, and the puts of that run. */
  public interface View extends Transaction {

    /** The puts so far, in order. */
    List<Change> puts();

    /** True if there is something to commit. */
    default boolean writes() {
      return !puts().isEmpty();
    }

    /** True if the snapshot was lost during the run, whose outcome is then void. */
    default boolean overtaken() {
      return false;
    }
  }

  /** The part of each store: snapshots and commits. */
  public interface Source<V extends View> {

    /** Runs the work on a new snapshot without a lock. */
    <T> Attempt<T, V> run(Work<T> work);

    /**
     * Commits what a view {@linkplain View#writes() writes}.
     *
     * @return false, without any change, if something that the view read is no longer current
     */
    boolean commit(V view);

    /** Runs the work and commits its puts, if it has any, while nothing else can be committed. */
    <T> Attempt<T, V> runLocked(Work<T> work);

    /** Returns when all data that a view read or committed is durable. */
    void awaitDurable(V view);
  }

  /**
   * One run of the work with its result or failure.
   *
   * @param <T> the type of the result
   * @param <V> the view that it ran on
   */
  public static final class Attempt<T, V extends View> {

    private final V view;
    private @Nullable T result;
    private @Nullable Throwable failure;

    /** Runs the work. Never throws: a failure is kept until the run is known to be valid. */
    public Attempt(Work<T> work, V view) {
      this.view = view;
      try {
        result = work.run(view);
      } catch (RuntimeException | Error e) {
        failure = e;
      }
    }

    /** The view of the run. */
    public V view() {
      return view;
    }

    /** True if there is something to commit: failed work writes nothing. */
    public boolean writes() {
      return failure == null && view.writes();
    }

    /** Returns the result or rethrows the failure. */
    @SuppressWarnings("NullAway") // a null result is the work's own
    private T outcome() {
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
