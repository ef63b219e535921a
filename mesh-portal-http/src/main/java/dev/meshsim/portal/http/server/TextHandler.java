package dev.meshsim.portal.http.server;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.portal.http.server.TextService.Reply;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Reads the requests of a {@link TextService} within the limits, and writes its answers. */
final class TextHandler extends Handler.Abstract {

  private static final System.Logger LOG = System.getLogger(TextHandler.class.getName());

  private final TextService service;
  private final ServerLimits limits;
  private final ServerSettings settings;
  private final Optional<AccessLog> log;
  private final RateLimit addresses;
  private final AtomicInteger inFlight = new AtomicInteger();

  TextHandler(TextService service, ServerSettings settings) {
    this.service = service;
    this.settings = settings;
    this.limits = settings.limits();
    this.log = settings.accessLog().map(AccessLog::new);
    this.addresses = new RateLimit(settings.clock(), limits.ratePerAddress());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    log.ifPresent(to -> Told.begin(request, response, settings.clock(), to::add));
    String path = request.getHttpURI().getCanonicalPath();
    Optional<Reply> refusal = service.refuse(request.getMethod(), path == null ? "" : path);
    if (refusal.isPresent()) {
      write(response, callback, refusal.get());
    } else if (request.getLength() > limits.bodyOctets()) {
      refuseSize(response, callback);
    } else if (!addresses.take(Request.getRemoteAddr(request))) {
      busy(response, callback, HttpStatus.TOO_MANY_REQUESTS_429, "too many requests a second");
    } else if (inFlight.incrementAndGet() > limits.inFlight()) {
      inFlight.decrementAndGet();
      busy(response, callback, HttpStatus.SERVICE_UNAVAILABLE_503, "too many requests at once");
    } else {
      Request.addCompletionListener(request, failure -> inFlight.decrementAndGet());
      new RequestBody(request, limits.bodyOctets(), limits.requestTime())
          .read(new Body(request, response, callback));
    }
    return true;
  }

  /** The outcomes of reading a body. */
  private final class Body extends BodyReader {

    Body(Request request, Response response, Callback callback) {
      super(request, response, callback, limits.requestTime());
    }

    @Override
    public void read(byte[] body) {
      Told.of(request).ifPresent(told -> told.request(RequestPeek.OTHER, body.length));
      Reply reply;
      try {
        String path = request.getHttpURI().getCanonicalPath();
        reply = service.answer(request.getMethod(), path, Bytes.of(body));
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.ERROR, "a request failed", e);
        reply = Reply.line(HttpStatus.INTERNAL_SERVER_ERROR_500, "the server failed");
      }
      write(response, callback, reply);
    }

    @Override
    public void tooLarge() {
      refuseSize(response, callback);
    }
  }

  private void refuseSize(Response response, Callback callback) {
    Answers.text(
        response,
        callback,
        HttpStatus.PAYLOAD_TOO_LARGE_413,
        "a request has at most " + limits.bodyOctets() + " octets");
  }

  private static void busy(Response response, Callback callback, int status, String text) {
    response.getHeaders().put(HttpHeader.RETRY_AFTER, 1);
    Answers.text(response, callback, status, text);
  }

  private static void write(Response response, Callback callback, Reply reply) {
    byte[] body = reply.body().toArray();
    Told.of(response.getRequest()).ifPresent(told -> told.out(body.length));
    response.setStatus(reply.status());
    reply.allow().ifPresent(method -> response.getHeaders().put(HttpHeader.ALLOW, method));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.type());
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
