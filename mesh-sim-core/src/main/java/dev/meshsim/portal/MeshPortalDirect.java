package dev.meshsim.portal;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.PortalStore;
import dev.meshsim.world.World;

/**
 * A portal in the same process (developer-08 section 6.3). Each call is JSON octets in and JSON
 * octets out; no object crosses.
 */
public final class MeshPortalDirect implements MeshPortal, AutoCloseable {

  private final MeshService service;
  private final PortalStore store;
  private final Trace trace = new Trace();

  private MeshPortalDirect(World world, String domain, PortalStore store) {
    this.service = new MeshService(world, domain, store, PortalPolicy.DEFAULT);
    this.store = store;
  }

  /** Opens a portal on any store; closing the portal closes the store. */
  public static MeshPortalDirect open(World world, String domain, PortalStore store) {
    return new MeshPortalDirect(world, domain, store);
  }

  @Override
  public String domain() {
    return service.domain();
  }

  @Override
  public Bytes exchange(Bytes request) {
    Bytes response = service.dispatch(request);
    trace.add(request, response);
    return response;
  }

  /** What was exchanged so far. */
  public Trace trace() {
    return trace;
  }

  /** Labels the next exchanges in the trace. */
  public void label(String tag) {
    trace.label(tag);
  }

  /** The portal's side. */
  public MeshService service() {
    return service;
  }

  @Override
  public void close() {
    store.close();
  }
}
