package dev.meshsim.portal.http.server;

import dev.meshsim.portal.http.HttpPortalException;
import dev.meshsim.portal.http.PortalAddress;

/**
 * A web server that answers for a {@link TextService} of this process, with the limits, the TLS and
 * the end of a {@link PortalServer}. It has no address for operators.
 */
public final class TextServer implements AutoCloseable {

  private final HttpEndpoint endpoint;

  private TextServer(HttpEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /**
   * Starts a server.
   *
   * @param name the name of its threads
   * @throws HttpPortalException {@code http.cannot-listen} if the address is taken or not this
   *     machine's, {@code http.bad-certificate} if the files for TLS cannot be used
   */
  public static TextServer start(String name, TextService service, ServerSettings settings) {
    TextServer made = new TextServer(new HttpEndpoint(name, settings));
    try {
      made.endpoint.start(new TextHandler(service, settings));
    } catch (HttpPortalException e) {
      made.close();
      throw e;
    }
    return made;
  }

  /** The address that clients connect to. */
  public PortalAddress address() {
    return endpoint.address();
  }

  @Override
  public void close() {
    endpoint.close();
  }
}
