package dev.meshsim.portal.http.server;

import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.http.HttpPortalException;
import dev.meshsim.portal.http.JettyLog;
import dev.meshsim.portal.http.PortalAddress;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A web server that answers for a portal of this process: HTTP/1.1 and HTTP/1.0, and HTTP/2 under
 * TLS. Closing it stops listening and waits for the requests in flight; the portal stays open.
 */
public final class PortalServer implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(PortalServer.class.getName());
  private static final int SPARE_THREADS = 8;
  private static final int ADMIN_THREADS = 8;

  private final ServerSettings settings;
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final Server server;
  private final ServerConnector connector;
  private final ConnectionWatch watch;
  private final Optional<Server> admin;

  private PortalServer(MeshPortal portal, ServerSettings settings) {
    this.settings = settings;
    ServerLimits limits = settings.limits();
    this.server = server("mesh-portal-server", limits.inFlight() + SPARE_THREADS);
    this.connector = new ServerConnector(server, 1, 1, protocols());
    connector.setHost(settings.listen().host());
    connector.setPort(settings.listen().port());
    connector.setIdleTimeout(limits.idleTime().plus(limits.requestTime()).toMillis());
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(limits.connections(), connector));
    this.watch = new ConnectionWatch(settings.clock(), limits.idleTime(), server.getScheduler());
    connector.addBean(watch);
    Observers observers = new Observers(settings, watch::open);
    PortalHandler handler = new PortalHandler(portal, limits, settings.clock(), observers.sink());
    observers.inFlight(handler::inFlight);
    server.setHandler(watch.counting(handler));
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
    JettyLog.quiet();
    PortalServer made = new PortalServer(portal, settings);
    try {
      open(made.server, settings.listen());
      made.admin.ifPresent(other -> open(other, settings.admin().orElseThrow()));
    } catch (HttpPortalException e) {
      made.close();
      throw e;
    }
    return made;
  }

  private static Server server(String name, int mostThreads) {
    QueuedThreadPool threads = new QueuedThreadPool(mostThreads, 2);
    threads.setName(name);
    threads.setDaemon(true);
    Server made = new Server(threads);
    made.setErrorHandler(Answers::refusedByJetty);
    return made;
  }

  private Server admin(Handler handler) {
    Server made = server("mesh-portal-admin", ADMIN_THREADS);
    ServerConnector own = new ServerConnector(made, 1, 1);
    ListenAddress address = settings.admin().orElseThrow();
    own.setHost(address.host());
    own.setPort(address.port());
    own.setIdleTimeout(settings.limits().idleTime().toMillis());
    made.addConnector(own);
    made.setHandler(handler);
    return made;
  }

  private ConnectionFactory[] protocols() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(settings.limits().headOctets());
    HttpConnectionFactory plain = new HttpConnectionFactory(http);
    if (settings.tls().isEmpty()) {
      return new ConnectionFactory[] {plain};
    }
    ALPNServerConnectionFactory choice = new ALPNServerConnectionFactory();
    choice.setDefaultProtocol(HttpVersion.HTTP_1_1.asString());
    ReloadedTls tls = new ReloadedTls(settings.tls().get(), server.getScheduler());
    server.addBean(tls);
    return new ConnectionFactory[] {
      new SslConnectionFactory(tls.factory(), choice.getProtocol()),
      choice,
      new HTTP2ServerConnectionFactory(http),
      plain
    };
  }

  private static void open(Server opened, ListenAddress address) {
    try {
      opened.start();
    } catch (Exception e) {
      Throwable cause = e instanceof IOException && e.getCause() != null ? e.getCause() : e;
      String said = cause.getMessage() == null ? cause.toString() : cause.getMessage();
      throw HttpPortalException.cannotListen(address.toString(), said, e);
    }
  }

  /** The address that clients connect to. */
  public PortalAddress address() {
    return PortalAddress.of(
        settings.tls().isPresent(), settings.listen().host(), connector.getLocalPort());
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
    connector.close();
    if (!watch.drain(settings.limits().stopTime())) {
      LOG.log(System.Logger.Level.WARNING, "requests in flight were cut when the server stopped");
    }
    stop(server);
    admin.ifPresent(PortalServer::stop);
  }

  private static void stop(Server stopped) {
    try {
      stopped.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
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
