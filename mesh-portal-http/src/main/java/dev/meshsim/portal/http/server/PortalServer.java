package dev.meshsim.portal.http.server;

import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.http.HttpPortalException;
import dev.meshsim.portal.http.PortalAddress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A web server that answers for a portal of this process: HTTP/1.1 and HTTP/1.0, and HTTP/2 under
 * TLS. Closing it stops listening and waits for the requests in flight; the portal stays open.
 */
public final class PortalServer implements AutoCloseable {

  private static final int ADMIN_THREADS = 8;

  private final ServerSettings settings;
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final HttpEndpoint endpoint;
  private final PortalHandler handler;
  private final Optional<Server> admin;

  private PortalServer(MeshPortal portal, ServerSettings settings) {
    this.settings = settings;
    this.endpoint = new HttpEndpoint("mesh-portal-server", settings);
    Observers observers = new Observers(settings, endpoint::connections);
    this.handler = new PortalHandler(portal, settings.limits(), settings.clock(), observers.sink());
    observers.inFlight(handler::inFlight);
    this.admin =
        observers.metrics().map(metrics -> admin(new AdminHandler(portal, metrics, stopping::get)));
  }

  /** Starts a server on a free port of this machine's loopback address. */
  public static PortalServer start(MeshPortal portal, ServerLimits limits) {
    return start(portal, ServerSettings.loopback(limits));
  }

  /**
   * Starts a server.
   *
   * @throws HttpPortalException {@code http.cannot-listen} if an address is taken or not this
   *     machine's, {@code http.bad-certificate} if the files for TLS cannot be used
   */
  public static PortalServer start(MeshPortal portal, ServerSettings settings) {
    PortalServer made = new PortalServer(portal, settings);
    try {
      made.endpoint.start(made.handler);
      made.admin.ifPresent(other -> HttpEndpoint.open(other, settings.admin().orElseThrow()));
    } catch (HttpPortalException e) {
      made.close();
      throw e;
    }
    return made;
  }

  private Server admin(Handler pages) {
    Server made = HttpEndpoint.server("mesh-portal-admin", ADMIN_THREADS);
    ServerConnector own = new ServerConnector(made, 1, 1);
    ListenAddress address = settings.admin().orElseThrow();
    own.setHost(address.host());
    own.setPort(address.port());
    own.setIdleTimeout(settings.limits().idleTime().toMillis());
    made.addConnector(own);
    made.setHandler(pages);
    return made;
  }

  /** The address that clients connect to. */
  public PortalAddress address() {
    return endpoint.address();
  }

  /** The address of {@code /healthz} and {@code /metrics}; empty if there is none. */
  public Optional<ListenAddress> admin() {
    return admin.map(
        other ->
            new ListenAddress(
                settings.admin().orElseThrow().host(),
                ((ServerConnector) other.getConnectors()[0]).getLocalPort()));
  }

  @Override
  public void close() {
    stopping.set(true);
    endpoint.close();
    admin.ifPresent(HttpEndpoint::stop);
  }

  /** The access log and the metrics, which get each request that was answered. */
  private static final class Observers {

    private final Optional<AccessLog> log;
    private final Optional<ServerMetrics> metrics;
    private volatile IntSupplier inFlight = () -> 0;

    Observers(ServerSettings settings, IntSupplier connections) {
      this.log = settings.accessLog().map(AccessLog::new);
      this.metrics =
          settings.admin().map(there -> new ServerMetrics(connections, () -> inFlight.getAsInt()));
    }

    void inFlight(IntSupplier count) {
      inFlight = count;
    }

    Optional<ServerMetrics> metrics() {
      return metrics;
    }

    Optional<Consumer<Served>> sink() {
      if (log.isEmpty() && metrics.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          served -> {
            log.ifPresent(to -> to.add(served));
            metrics.ifPresent(to -> to.add(served));
          });
    }
  }
}
