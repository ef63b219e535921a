package dev.meshsim.portal.http.server;

import dev.meshsim.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** A request on its way to the access log and the metrics; an attribute of the request. */
final class Told {

  private static final String ATTRIBUTE = Told.class.getName();

  private final Instant began;
  private volatile String transaction = RequestPeek.OTHER;
  private volatile int status;
  private volatile long in;
  private volatile long out;

  private Told(Instant began) {
    this.began = began;
  }

  /**
   * Begins with a request; {@code sink} gets it when its answer is written.
   *
   * @param clock the server's source of time
   */
  static void begin(Request request, Response response, World clock, Consumer<Served> sink) {
    Told told = new Told(clock.now());
    request.setAttribute(ATTRIBUTE, told);
    Request.addCompletionListener(
        request, failure -> sink.accept(told.served(request, response, clock.now())));
  }

  /** The request, if anybody is to be told. */
  static Optional<Told> of(Request request) {
    return request.getAttribute(ATTRIBUTE) instanceof Told told
        ? Optional.of(told)
        : Optional.empty();
  }

  void request(String name, long octets) {
    transaction = name;
    in = octets;
  }

  void status(int payload) {
    status = payload;
  }

  void out(long octets) {
    out = octets;
  }

  private Served served(Request request, Response response, Instant now) {
    return new Served(
        began,
        Request.getRemoteAddr(request),
        request.getConnectionMetaData().getProtocol(),
        response.getStatus(),
        transaction,
        status,
        in,
        out,
        Duration.between(began, now));
  }
}
