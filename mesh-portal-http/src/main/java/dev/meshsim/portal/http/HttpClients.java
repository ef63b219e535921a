package dev.meshsim.portal.http;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientConnectionFactory;
import org.eclipse.jetty.client.transport.HttpClientTransportDynamic;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.client.transport.ClientConnectionFactoryOverHTTP2;
import org.eclipse.jetty.io.ClientConnectionFactory;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client for addresses without TLS, and the one for addresses with it, which is started
 * when it is needed: it reads all certificates that it trusts. Thread-safe.
 */
final class HttpClients implements AutoCloseable {

  private static final int THREADS = 64;
  private static final int IDLE_MILLIS = 20_000;
  private static final int CONNECT_MILLIS = 5_000;

  private final SslContextFactory.Client tls;
  private final SocketAddressResolver resolver;
  private final HttpClient plain;
  private @Nullable HttpClient secure;
  private boolean closed;

  /**
   * Starts the client without TLS.
   *
   * @param tls the trust of the other
   */
  HttpClients(SslContextFactory.Client tls, SocketAddressResolver resolver) {
    this.tls = tls;
    this.resolver = resolver;
    this.plain = started(new WithoutTls(), false);
  }

  /** The client for an address. */
  HttpClient of(PortalAddress url) {
    return url.tls() ? secure() : plain;
  }

  private synchronized HttpClient secure() {
    HttpClient known = secure;
    if (known == null) {
      if (closed) {
        throw new IllegalStateException("the connections are closed");
      }
      known = started(tls, true);
      secure = known;
    }
    return known;
  }

  private HttpClient started(SslContextFactory.Client trust, boolean http2) {
    JettyLog.quiet();
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
    threads.setName("mesh-portal-client");
    threads.setDaemon(true);
    ClientConnector connector = new ClientConnector();
    connector.setSelectors(1);
    connector.setSslContextFactory(trust);
    List<ClientConnectionFactory.Info> protocols = new ArrayList<>();
    protocols.add(HttpClientConnectionFactory.HTTP11);
    if (http2) {
      protocols.add(new ClientConnectionFactoryOverHTTP2.HTTP2(new HTTP2Client(connector)));
    }
    HttpClient client =
        new HttpClient(
            new HttpClientTransportDynamic(
                connector, protocols.toArray(ClientConnectionFactory.Info[]::new)));
    client.setExecutor(threads);
    client.setSocketAddressResolver(resolver);
    client.setFollowRedirects(false);
    client.setUserAgentField(null);
    client.setHttpCookieStore(new HttpCookieStore.Empty());
    client.setConnectTimeout(CONNECT_MILLIS);
    client.setIdleTimeout(IDLE_MILLIS);
    client.setMaxConnectionsPerDestination(THREADS);
    try {
      client.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    client.getContentDecoderFactories().clear();
    return client;
  }

  @Override
  public synchronized void close() {
    closed = true;
    stop(plain);
    if (secure != null) {
      stop(secure);
    }
  }

  private static void stop(HttpClient client) {
    try {
      client.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads no certificates. */
  private static final class WithoutTls extends SslContextFactory.Client {
    @Override
    protected void doStart() {
      // The base class reads all certificates that the JDK trusts here.
    }
  }
}
