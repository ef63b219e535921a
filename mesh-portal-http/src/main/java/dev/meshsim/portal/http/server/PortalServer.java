package dev.meshsim.portal.http.server;

import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.http.HttpPortalException;
import dev.meshsim.portal.http.JettyLog;
import dev.meshsim.portal.http.PortalAddress;
import dev.meshsim.world.World;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A web server that answers for a portal of this process: HTTP/1.1 and HTTP/1.0, and HTTP/2 under
 * TLS. Closing it stops listening and waits for the requests in flight; the portal stays open.
 */
public final class PortalServer implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";
  private static final int SPARE_THREADS = 8;

  private final Server server;
  private final ServerConnector connector;
  private final ConnectionWatch watch;
  private final ServerSettings settings;

  private PortalServer(
      Server server, ServerConnector connector, ConnectionWatch watch, ServerSettings settings) {
    this.server = server;
    this.connector = connector;
    this.watch = watch;
    this.settings = settings;
  }

  /** Starts a server on a free port of this machine's loopback address. */
  public static PortalServer start(MeshPortal portal, ServerLimits limits) {
    return start(portal, new ServerSettings(LOOPBACK, 0, Optional.empty(), limits, World.system()));
  }

  /**
   * Starts a server.
   *
   * @throws HttpPortalException {@code http.cannot-listen} if the address is taken or not this
   *     machine's
   */
  static PortalServer start(MeshPortal portal, ServerSettings settings) {
    JettyLog.quiet();
    ServerLimits limits = settings.limits();
    QueuedThreadPool threads = new QueuedThreadPool(limits.inFlight() + SPARE_THREADS, 2);
    threads.setName("mesh-portal-server");
    threads.setDaemon(true);
    Server server = new Server(threads);
    ServerConnector connector = new ServerConnector(server, 1, 1, protocols(settings));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(limits.idleTime().plus(limits.requestTime()).toMillis());
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(limits.connections(), connector));
    ConnectionWatch watch =
        new ConnectionWatch(settings.clock(), limits.idleTime(), server.getScheduler());
    connector.addBean(watch);
    server.setErrorHandler(Answers::refusedByJetty);
    server.setHandler(new GracefulHandler(watch.counting(new PortalHandler(portal, limits))));
    server.setStopTimeout(limits.stopTime().toMillis());
    PortalServer made = new PortalServer(server, connector, watch, settings);
    made.open();
    return made;
  }

  private static ConnectionFactory[] protocols(ServerSettings settings) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(settings.limits().headOctets());
    HttpConnectionFactory plain = new HttpConnectionFactory(http);
    if (settings.tls().isEmpty()) {
      return new ConnectionFactory[] {plain};
    }
    ALPNServerConnectionFactory choice = new ALPNServerConnectionFactory();
    choice.setDefaultProtocol(HttpVersion.HTTP_1_1.asString());
    SslContextFactory.Server tls = settings.tls().get();
    return new ConnectionFactory[] {
      new SslConnectionFactory(tls, choice.getProtocol()),
      choice,
      new HTTP2ServerConnectionFactory(http),
      plain
    };
  }

  private void open() {
    try {
      server.start();
    } catch (Exception e) {
      stop();
      Throwable cause = e instanceof IOException && e.getCause() != null ? e.getCause() : e;
      String said = cause.getMessage() == null ? cause.toString() : cause.getMessage();
      throw HttpPortalException.cannotListen(settings.host() + ":" + settings.port(), said, e);
    }
  }

  /** The address that clients connect to. */
  public PortalAddress address() {
    return PortalAddress.of(settings.tls().isPresent(), settings.host(), connector.getLocalPort());
  }

  private void stop() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    watch.drain();
    stop();
  }
}
