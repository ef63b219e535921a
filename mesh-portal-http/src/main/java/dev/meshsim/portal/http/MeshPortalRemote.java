package dev.meshsim.portal.http;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.PortalException;
import java.nio.charset.StandardCharsets;

/**
 * A portal on a network (developer-08 section 6.1): each exchange is one HTTP request. Closing it
 * leaves the connections open, which others may share. Thread-safe.
 */
public final class MeshPortalRemote implements MeshPortal {

  private final String domain;
  private final Dialect dialect;
  private final PortalConnections connections;
  private final PortalConnections.Target target;

  private MeshPortalRemote(
      String domain,
      Dialect dialect,
      PortalConnections connections,
      PortalConnections.Target target) {
    this.domain = domain;
    this.dialect = dialect;
    this.connections = connections;
    this.target = target;
  }

  /**
   * The portal of a domain at a known address. Nothing is sent yet.
   *
   * @param domain the domain of its accounts, which {@code Host} and TLS name
   * @param address the server that is connected to
   */
  public static MeshPortalRemote at(
      PortalAddress address, String domain, Dialect dialect, PortalConnections connections) {
    PortalAddress url = new PortalAddress(address.tls(), domain, address.port(), address.path());
    return new MeshPortalRemote(
        domain,
        dialect,
        connections,
        new PortalConnections.Target(url, address.host(), address.port()));
  }

  @Override
  public String domain() {
    return domain;
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  /**
   * Posts a request. A payload counts before the status of HTTP (json-web-service-03 section 5).
   *
   * @throws PortalException {@code portal.unreachable} if no whole answer came
   * @throws HttpPortalException {@code http.no-portal} if the answer is not one of a portal
   */
  @Override
  public Bytes exchange(Bytes request) {
    PortalConnections.Outcome outcome = connections.post(target, request);
    if (outcome instanceof PortalConnections.NoAnswer none) {
      throw PortalException.unreachable(domain, none.cause());
    }
    PortalConnections.Answer answer = (PortalConnections.Answer) outcome;
    if (HttpBinding.isPayload(answer.body()) || answer.status() / 100 == 2) {
      return answer.body();
    }
    throw HttpPortalException.noPortal(target.url(), answer.status(), said(answer.body()));
  }

  private static String said(Bytes body) {
    byte[] octets = body.toArray();
    int most = Math.min(octets.length, 200);
    return new String(octets, 0, most, StandardCharsets.UTF_8);
  }
}
