package dev.meshsim.portal.http;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.MeshPortals;
import dev.meshsim.protocol.AccountName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The portals of all domains, found by {@link Discovery} when an account of theirs is used first.
 * Thread-safe.
 */
public final class RemotePortals implements MeshPortals {

  private final Dialect dialect;
  private final Discovery discovery;
  private final PortalConnections connections;
  private final Map<String, MeshPortal> found = new ConcurrentHashMap<>();

  /**
   * Portals that speak a dialect. Nothing is looked up or sent yet.
   *
   * @param connections shared with others; the caller closes them
   */
  public RemotePortals(Dialect dialect, Discovery discovery, PortalConnections connections) {
    this.dialect = dialect;
    this.discovery = discovery;
    this.connections = connections;
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public MeshPortal at(String domain) {
    return found.computeIfAbsent(
        AccountName.domain(domain),
        name -> MeshPortalRemote.find(name, dialect, discovery, connections));
  }
}
