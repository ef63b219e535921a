package dev.meshsim.portal;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.json.binary.Encoding;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.jlog.JlogPortalStore;
import dev.meshsim.portal.service.MeshService;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.protect.PortalKeyring;
import dev.meshsim.protect.ProtectedDoor;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * A portal in the same process (developer-08 section 6.3). Each call is JSON octets in and JSON
 * octets out; the two sides share no object.
 */
public final class MeshPortalDirect implements MeshPortal, AutoCloseable {

  private final MeshService service;
  private final PortalStore store;
  private final Trace trace;
  private volatile boolean closed;

  private MeshPortalDirect(
      World world, String domain, Dialect dialect, PortalStore store, PortalPolicy policy) {
    this.service = new MeshService(world, domain, dialect, store, policy);
    this.store = store;
    this.trace = new Trace(dialect);
  }

  /**
   * Opens a portal on two log files, made if absent and continued if not (developer-08 section
   * 6.3).
   *
   * @param domain the domain that accounts end with
   * @param meshLog the log of published entries
   * @param portalLog the log of accounts and connections
   * @throws MeshException if a log is damaged or in use
   */
  public MeshPortalDirect(String domain, Path meshLog, Path portalLog) {
    this(
        World.system(),
        domain,
        Dialect.MESH,
        jlog(meshLog, portalLog, warning -> {}),
        PortalPolicy.DEFAULT);
  }

  /** As {@link #MeshPortalDirect(String, Path, Path)}, with file names in the working directory. */
  public MeshPortalDirect(String domain, String meshLog, String portalLog) {
    this(domain, Path.of(meshLog), Path.of(portalLog));
  }

  /**
   * Opens a portal on two log files in the given world.
   *
   * @param warnings receives a text for each torn record that was cut off the end of a log
   */
  public static MeshPortalDirect open(
      World world, String domain, Path meshLog, Path portalLog, Consumer<String> warnings) {
    return open(world, domain, jlog(meshLog, portalLog, warnings));
  }

  /** Opens a portal on any store; closing the portal closes the store. */
  public static MeshPortalDirect open(World world, String domain, PortalStore store) {
    return open(world, domain, Dialect.MESH, store);
  }

  /** Opens a portal that speaks {@code dialect}; closing the portal closes the store. */
  public static MeshPortalDirect open(
      World world, String domain, Dialect dialect, PortalStore store) {
    return open(world, domain, dialect, store, PortalPolicy.DEFAULT);
  }

  /** Opens a portal with limits of its own; closing the portal closes the store. */
  public static MeshPortalDirect open(
      World world, String domain, Dialect dialect, PortalStore store, PortalPolicy policy) {
    return new MeshPortalDirect(world, domain, dialect, store, policy);
  }

  private static PortalStore jlog(Path meshLog, Path portalLog, Consumer<String> warnings) {
    return JlogPortalStore.open(meshLog, portalLog, DurableFiles.real(), warnings);
  }

  @Override
  public String domain() {
    return service.domain();
  }

  @Override
  public Dialect dialect() {
    return service.dialect();
  }

  /**
   * Answers a request.
   *
   * @throws PortalException {@code portal.closed} after {@link #close}
   */
  @Override
  public Bytes exchange(Bytes request) {
    return exchange(Encoding.JSON, request);
  }

  /**
   * Answers a request in an encoding.
   *
   * @throws PortalException {@code portal.closed} after {@link #close}
   */
  @Override
  public Bytes exchange(Encoding encoding, Bytes request) {
    if (closed) {
      throw PortalException.closed(domain());
    }
    Bytes response = service.dispatch(encoding, request);
    trace.add(encoding, request, response);
    return response;
  }

  @Override
  public Bytes exchangeProtected(Bytes envelope) {
    if (closed) {
      throw PortalException.closed(domain());
    }
    ProtectedDoor.Crossing crossing = service.dispatchProtected(envelope);
    trace.add(crossing.request(), crossing.response(), envelope, crossing.sealed());
    return crossing.sealed();
  }

  @Override
  public boolean keepsLog() {
    return service.keepsLog();
  }

  @Override
  public Optional<Bytes> published(String path) {
    if (closed) {
      throw PortalException.closed(domain());
    }
    return service.published(path);
  }

  /**
   * Does what is due besides the requests: a portal with witnesses or peers asks them. Call it now
   * and then.
   *
   * @param executor runs the questions, each of which may take long
   * @throws PortalException {@code portal.closed} after {@link #close}
   */
  public void tend(Executor executor) {
    if (closed) {
      throw PortalException.closed(domain());
    }
    service.tend(executor);
  }

  /** The keys of the portal for protected messages. */
  public PortalKeyring keyring() {
    return service.keyring();
  }

  /** The exchanges so far. */
  public Trace trace() {
    return trace;
  }

  /** Labels the next exchanges in the trace. */
  public void label(String tag) {
    trace.label(tag);
  }

  /** The service that answers; for tests that count its work. */
  MeshService service() {
    return service;
  }

  @Override
  public void close() {
    closed = true;
    store.close();
  }
}
