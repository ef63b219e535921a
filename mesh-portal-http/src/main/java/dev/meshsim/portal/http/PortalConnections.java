package dev.meshsim.portal.http;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.binary.Encoding;
import dev.meshsim.protect.Envelope;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.client.HttpResponseException;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * The HTTP connections of any number of remote portals: HTTP/1.1 with keep-alive, and HTTP/2 where
 * a server has it under TLS. A program needs one. Thread-safe.
 */
public final class PortalConnections implements AutoCloseable {

  private static final int ANSWER_MILLIS = 60_000;

  /** More than a portal's policy allows in one response, in base64. */
  private static final int MOST_OCTETS = 32 * 1024 * 1024;

  /**
   * The end of a way to a portal.
   *
   * @param url what the request line, {@code Host} and TLS name
   * @param host the host that is connected to
   * @param port its port
   */
  record Target(PortalAddress url, String host, int port) {}

  /** The outcome of a request. */
  sealed interface Outcome {}

  /**
   * An answer of a web server.
   *
   * @param location the field {@code Location}; empty without one
   * @param encoding the encoding that its {@code Content-Type} names
   */
  record Answer(int status, String location, Optional<Encoding> encoding, Bytes body)
      implements Outcome {}

  /**
   * No whole answer.
   *
   * @param sent false if no connection could be made, so that nobody has received the request
   */
  record NoAnswer(boolean sent, IOException cause) implements Outcome {}

  private final HttpClients clients;

  private PortalConnections(SslContextFactory.Client tls) {
    this.clients = new HttpClients(tls, new ByTarget());
  }

  /** Opens connections that trust the certificates that the JDK trusts. */
  public static PortalConnections open() {
    return new PortalConnections(new SslContextFactory.Client());
  }

  /**
   * Opens connections that trust the certificates in a PEM file, and no others.
   *
   * @throws HttpPortalException {@code http.bad-certificate} if it cannot be read
   */
  public static PortalConnections trusting(Path certificates) {
    SslContextFactory.Client tls = new SslContextFactory.Client();
    tls.setTrustStore(PemCertificates.read(certificates));
    return new PortalConnections(tls);
  }

  /** Posts a request and waits for the outcome. */
  Outcome post(Target target, HttpBinding.Body request) {
    PortalAddress url = target.url();
    String mediaType = request.encoding().mediaType();
    Request post =
        clients
            .of(url)
            .newRequest(url.authorityHost(), url.port())
            .scheme(url.scheme())
            .method(HttpMethod.POST)
            .path(url.path())
            .tag(target)
            .headers(
                fields -> {
                  fields.put(HttpHeader.CACHE_CONTROL, "no-store");
                  fields.put(HttpHeader.ACCEPT, mediaType);
                  if (request.isProtected()) {
                    fields.put(HttpHeader.CONTENT_ENCODING, Envelope.CODING);
                  }
                })
            .body(new BytesRequestContent(mediaType, request.octets().toArray()));
    return send(post);
  }

  /** Gets what a server publishes at a path, and waits for the outcome. */
  Outcome get(Target target, String path) {
    PortalAddress url = target.url();
    return send(
        clients
            .of(url)
            .newRequest(url.authorityHost(), url.port())
            .scheme(url.scheme())
            .method(HttpMethod.GET)
            .path(path)
            .tag(target));
  }

  private static Outcome send(Request request) {
    request
        .idleTimeout(ANSWER_MILLIS, TimeUnit.MILLISECONDS)
        .timeout(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
    try {
      ContentResponse response = new CompletableResponseListener(request, MOST_OCTETS).send().get();
      String location = response.getHeaders().get(HttpHeader.LOCATION);
      return new Answer(
          response.getStatus(),
          location == null ? "" : location,
          HttpBinding.encoding(response.getHeaders().get(HttpHeader.CONTENT_TYPE)),
          Bytes.of(response.getContent()));
    } catch (InterruptedException e) {
      request.abort(e);
      Thread.currentThread().interrupt();
      return new NoAnswer(true, new InterruptedIOException("interrupted in the wait for it"));
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return new NoAnswer(!isBeforeSending(cause), failure(cause));
    }
  }

  private static IOException failure(Throwable cause) {
    if (cause instanceof TimeoutException) {
      return new IOException("no answer in " + ANSWER_MILLIS / 1000 + " seconds", cause);
    }
    if (cause instanceof EOFException || cause instanceof ClosedChannelException) {
      return new IOException("the connection was closed before the whole answer", cause);
    }
    if (cause instanceof HttpResponseException) {
      return new IOException("the answer is not HTTP; perhaps the server expects TLS", cause);
    }
    return cause instanceof IOException e && e.getMessage() != null
        ? e
        : new IOException(cause.toString(), cause);
  }

  private static boolean isBeforeSending(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof UnknownHostException
        || cause instanceof UnresolvedAddressException
        || cause instanceof NoRouteToHostException
        || cause instanceof SocketTimeoutException
        || cause instanceof SSLHandshakeException;
  }

  @Override
  public void close() {
    clients.close();
  }

  /** Resolves the host that the target of a request names, not that of its address. */
  private static final class ByTarget implements SocketAddressResolver {

    @Override
    public void resolve(
        String host,
        int port,
        Map<String, Object> context,
        Promise<List<InetSocketAddress>> promise) {
      Object destination = context.get(Destination.CONTEXT_KEY);
      Object tag = destination instanceof Destination known ? known.getOrigin().getTag() : null;
      Target target =
          tag instanceof Target given
              ? given
              : new Target(PortalAddress.of(false, host, port), host, port);
      try {
        List<InetSocketAddress> found = new ArrayList<>();
        for (InetAddress address : InetAddress.getAllByName(target.host())) {
          // TLS takes the name that it checks from here.
          InetAddress named = InetAddress.getByAddress(target.url().host(), address.getAddress());
          found.add(new InetSocketAddress(named, target.port()));
        }
        promise.succeeded(found);
      } catch (UnknownHostException e) {
        promise.failed(e);
      }
    }
  }
}
