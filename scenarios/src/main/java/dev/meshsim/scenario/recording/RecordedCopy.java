package dev.meshsim.scenario.recording;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.PortalStore;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.sim.hostile.CopiedPortal;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * A portal on a branch of another one's log, whose exchanges are recorded as lies.
 *
 * @param store the branch
 */
public record RecordedCopy(MeshPortalDirect portal, PortalStore store, Recording recording)
    implements CopiedPortal {

  private static final String BRANCH = "a branch of its log";

  @Override
  public String domain() {
    return portal.domain();
  }

  @Override
  public Dialect dialect() {
    return portal.dialect();
  }

  @Override
  public boolean keepsLog() {
    return portal.keepsLog();
  }

  @Override
  public Bytes exchange(Bytes request) {
    recording.begin(domain(), portal.trace());
    portal.label(recording.label());
    Bytes response = portal.exchange(request);
    recording.ended(portal.trace());
    recording.lied(BRANCH);
    return response;
  }

  @Override
  public Optional<Bytes> published(String path) {
    return portal.published(path);
  }

  @Override
  public void tend(Executor executor) {
    portal.tend(executor);
  }

  @Override
  public long records() {
    return store.tree().size();
  }
}
