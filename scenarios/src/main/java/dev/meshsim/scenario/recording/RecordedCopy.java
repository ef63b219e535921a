package dev.meshsim.scenario.recording;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.PortalStore;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.sim.hostile.CopiedPortal;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A portal on a branch of another one's log, whose exchanges are recorded as lies. It is opened
 * when somebody first sees it: a branch that nobody sees leaves no trace in the world.
 */
public final class RecordedCopy implements CopiedPortal, AutoCloseable {

  /** The store of the portal that has the keys. */
  public interface Source {

    /**
     * Copies everything.
     *
     * @param to an empty store
     * @return the number of records
     */
    long copy(PortalStore to);

    /** As {@link dev.meshsim.log.PortalTransfer#append}. */
    long append(long after, PortalStore to);
  }

  private static final String BRANCH = "a branch of its log";

  private final String domain;
  private final Dialect dialect;
  private final Source source;
  private final PortalStore store;
  private final UnaryOperator<PortalStore> view;
  private final Function<PortalStore, MeshPortalDirect> opener;
  private final Recording recording;
  private long taken;
  private @Nullable MeshPortalDirect opened;

  /**
   * A branch.
   *
   * @param source the log that it is a branch of
   * @param store an empty store for the branch
   * @param view gives the store as the portal sees it
   * @param opener opens the portal on it
   */
  public RecordedCopy(
      String domain,
      Dialect dialect,
      Source source,
      PortalStore store,
      UnaryOperator<PortalStore> view,
      Function<PortalStore, MeshPortalDirect> opener,
      Recording recording) {
    this.domain = domain;
    this.dialect = dialect;
    this.source = source;
    this.store = store;
    this.taken = source.copy(store);
    this.view = view;
    this.opener = opener;
    this.recording = recording;
  }

  private MeshPortalDirect portal() {
    MeshPortalDirect known = opened;
    if (known == null) {
      known = opener.apply(view.apply(store));
      opened = known;
    }
    return known;
  }

  /** The store of the branch. */
  public PortalStore store() {
    return store;
  }

  @Override
  public String domain() {
    return domain;
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public boolean keepsLog() {
    return portal().keepsLog();
  }

  @Override
  public Bytes exchange(Bytes request) {
    MeshPortalDirect portal = portal();
    recording.begin(domain, portal.trace());
    portal.label(recording.label());
    Bytes response = portal.exchange(request);
    recording.ended(portal.trace());
    recording.lied(BRANCH);
    return response;
  }

  @Override
  public Optional<Bytes> published(String path) {
    return portal().published(path);
  }

  @Override
  public void tend(Executor executor) {
    portal().tend(executor);
  }

  @Override
  public long records() {
    return store.tree().size();
  }

  @Override
  public void takeOver() {
    taken = source.append(taken, store);
  }

  @Override
  public void close() {
    MeshPortalDirect known = opened;
    if (known == null) {
      store.close();
    } else {
      known.close();
    }
  }
}
