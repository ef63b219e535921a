package dev.meshsim.scenario.recording;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.PortalStore;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.sim.hostile.CopiedPortal;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A portal on a branch of another one's log, whose exchanges are recorded as lies. It is opened
 * when somebody first sees it: a branch that nobody sees leaves no trace in the world.
 */
public final class RecordedCopy implements CopiedPortal, AutoCloseable {

  private static final String BRANCH = "a branch of its log";

  private final String domain;
  private final Dialect dialect;
  private final PortalStore store;
  private final Function<PortalStore, MeshPortalDirect> opener;
  private final Recording recording;
  private @Nullable MeshPortalDirect opened;

  /**
   * A branch.
   *
   * @param store the branch as it is now
   * @param opener opens the portal on it
   */
  public RecordedCopy(
      String domain,
      Dialect dialect,
      PortalStore store,
      Function<PortalStore, MeshPortalDirect> opener,
      Recording recording) {
    this.domain = domain;
    this.dialect = dialect;
    this.store = store;
    this.opener = opener;
    this.recording = recording;
  }

  private MeshPortalDirect portal() {
    MeshPortalDirect known = opened;
    if (known == null) {
      known = opener.apply(store);
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
  public void close() {
    MeshPortalDirect known = opened;
    if (known == null) {
      store.close();
    } else {
      known.close();
    }
  }
}
