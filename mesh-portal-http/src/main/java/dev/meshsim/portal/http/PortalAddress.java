package dev.meshsim.portal.http;

import dev.meshsim.error.Quote;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The address of a portal's server.
 *
 * @param tls true for {@code https}
 * @param host a name or an IP address, without brackets
 * @param port 1 to 65535
 * @param path the path of requests, with a slash at its begin
 */
public record PortalAddress(boolean tls, String host, int port, String path) {

  private static final Set<Integer> PLAIN_PORTS = Set.of(80, 8000, 8080);
  private static final int LAST_TLS_PORT = 32_767;
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;
  private static final int LAST_PORT = 65_535;

  /** The address of a server that answers at the usual path. */
  public static PortalAddress of(boolean tls, String host, int port) {
    return new PortalAddress(tls, host, port, HttpBinding.PATH);
  }

  /**
   * The address of a server by its port alone: TLS unless the port is 80, 8000, 8080 or greater
   * than 32,767 (json-web-service-03 section 3.2.1).
   */
  public static PortalAddress byPort(String host, int port) {
    return of(!PLAIN_PORTS.contains(port) && port <= LAST_TLS_PORT, host, port);
  }

  /**
   * Reads {@code http://host:port} or {@code https://host:port}; a path other than {@code /} stays.
   *
   * @throws HttpPortalException {@code http.bad-address} if it is anything else
   */
  public static PortalAddress parse(String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw HttpPortalException.badAddress(text);
    }
    return of(uri);
  }

  /** As {@link #parse} does. */
  static PortalAddress of(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    boolean tls = scheme.equals("https");
    boolean plain = uri.getUserInfo() == null && uri.getQuery() == null;
    int port = uri.getPort() == -1 ? (tls ? HTTPS_PORT : HTTP_PORT) : uri.getPort();
    if (!(tls || scheme.equals("http"))
        || uri.getHost() == null
        || !plain
        || uri.getFragment() != null
        || port < 1
        || port > LAST_PORT) {
      throw HttpPortalException.badAddress(uri.toString());
    }
    return new PortalAddress(tls, bare(uri.getHost()), port, path(uri.getRawPath()));
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static String path(@Nullable String path) {
    return path == null || path.isEmpty() || path.equals("/") ? HttpBinding.PATH : path;
  }

  /** The scheme. */
  String scheme() {
    return tls ? "https" : "http";
  }

  /** The host as an address of the web has it. */
  String authorityHost() {
    return host.indexOf(':') < 0 ? host : "[" + host + "]";
  }

  @Override
  public String toString() {
    String shown = scheme() + "://" + Quote.brief(authorityHost()) + ":" + port;
    return path.equals(HttpBinding.PATH) ? shown : shown + Quote.brief(path);
  }
}
