package dev.meshsim.portal.http.server;

import dev.meshsim.portal.http.HttpPortalException;
import dev.meshsim.portal.http.JettyLog;
import dev.meshsim.portal.http.PortalAddress;
import java.io.IOException;
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
 * An address that a server listens on, with the limits and the TLS of its settings. Closing it
 * stops listening and waits for the requests in flight.
 */
final class HttpEndpoint implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(HttpEndpoint.class.getName());
  private static final int SPARE_THREADS = 8;

  private final ServerSettings settings;
  private final Server server;
  private final ServerConnector connector;
  private final ConnectionWatch watch;

  /**
   * An endpoint that does not listen yet.
   *
   * @param name the name of its threads
   */
  HttpEndpoint(String name, ServerSettings settings) {
    this.settings = settings;
    ServerLimits limits = settings.limits();
    this.server = server(name, limits.inFlight() + SPARE_THREADS);
    this.connector = new ServerConnector(server, 1, 1, protocols());
    connector.setHost(settings.listen().host());
    connector.setPort(settings.listen().port());
    connector.setIdleTimeout(limits.idleTime().plus(limits.requestTime()).toMillis());
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(limits.connections(), connector));
    this.watch = new ConnectionWatch(settings.clock(), limits.idleTime(), server.getScheduler());
    connector.addBean(watch);
  }

  /** A web server without an address. */
  static Server server(String name, int mostThreads) {
    JettyLog.quiet();
    QueuedThreadPool threads = new QueuedThreadPool(mostThreads, 2);
    threads.setName(name);
    threads.setDaemon(true);
    Server made = new Server(threads);
    made.setErrorHandler(Answers::refusedByJetty);
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

  /** The number of open connections. */
  int connections() {
    return watch.open();
  }

  /**
   * Begins to listen.
   *
   * @throws HttpPortalException {@code http.cannot-listen} if the address is taken or not this
   *     machine's
   */
  void start(Handler handler) {
    server.setHandler(watch.counting(handler));
    open(server, settings.listen());
  }

  /** Starts a server; see {@link #start}. */
  static void open(Server opened, ListenAddress address) {
    try {
      opened.start();
    } catch (Exception e) {
      Throwable cause = e instanceof IOException && e.getCause() != null ? e.getCause() : e;
      String said = cause.getMessage() == null ? cause.toString() : cause.getMessage();
      throw HttpPortalException.cannotListen(address.toString(), said, e);
    }
  }

  /** The address that clients connect to. */
  PortalAddress address() {
    return PortalAddress.of(
        settings.tls().isPresent(), settings.listen().host(), connector.getLocalPort());
  }

  @Override
  public void close() {
    connector.close();
    if (!watch.drain(settings.limits().stopTime())) {
      LOG.log(System.Logger.Level.WARNING, "requests in flight were cut when the server stopped");
    }
    stop(server);
  }

  /** Stops a server. */
  static void stop(Server stopped) {
    try {
      stopped.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
