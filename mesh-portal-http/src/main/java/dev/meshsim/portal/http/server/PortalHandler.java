package dev.meshsim.portal.http.server;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.binary.Encoding;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.http.HttpBinding;
import dev.meshsim.protect.Envelope;
import dev.meshsim.protocol.RefusalReason;
import dev.meshsim.world.World;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Checks the head of each request, and has the portal answer those that are its own. */
final class PortalHandler extends Handler.Abstract {

  private final MeshPortal portal;
  private final ServerLimits limits;
  private final World clock;
  private final Optional<Consumer<Served>> sink;
  private final Answers answers;
  private final LogHandler published;
  private final RateLimit addresses;
  private final RateLimit accounts;
  private final AtomicInteger inFlight = new AtomicInteger();

  /**
   * A handler.
   *
   * @param sink gets each request that was answered
   */
  PortalHandler(
      MeshPortal portal, ServerLimits limits, World clock, Optional<Consumer<Served>> sink) {
    this.portal = portal;
    this.limits = limits;
    this.clock = clock;
    this.sink = sink;
    this.answers = new Answers(portal.dialect());
    this.published = new LogHandler(portal);
    this.addresses = new RateLimit(clock, limits.ratePerAddress());
    this.accounts = new RateLimit(clock, limits.ratePerAccount());
  }

  /** The number of requests that are being read or answered. */
  int inFlight() {
    return inFlight.get();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    sink.ifPresent(to -> Told.begin(request, response, clock, to));
    boolean ofLog = LogHandler.isFor(request);
    if (!ofLog && isRefused(request, response, callback)) {
      return true;
    }
    if (addresses.isOn() && !addresses.take(Request.getRemoteAddr(request))) {
      refuseRate(response, callback, "this address", limits.ratePerAddress());
      return true;
    }
    if (ofLog) {
      published.answer(request, response, callback);
      return true;
    }
    if (inFlight.incrementAndGet() > limits.inFlight()) {
      inFlight.decrementAndGet();
      response.getHeaders().put(HttpHeader.RETRY_AFTER, 1);
      answers.refuse(
          response,
          callback,
          HttpStatus.SERVICE_UNAVAILABLE_503,
          RefusalReason.OVERLOADED,
          "the portal answers " + limits.inFlight() + " requests at once, and has as many");
      return true;
    }
    Request.addCompletionListener(request, failure -> inFlight.decrementAndGet());
    new RequestBody(request, limits.bodyOctets(), limits.requestTime())
        .read(new Body(request, response, callback));
    return true;
  }

  /** The outcomes of reading a body. */
  private final class Body extends BodyReader {

    Body(Request request, Response response, Callback callback) {
      super(request, response, callback, limits.requestTime());
    }

    @Override
    public void read(byte[] body) {
      Bytes octets = Bytes.of(body);
      boolean sealed = isProtected(request.getHeaders().get(HttpHeader.CONTENT_ENCODING));
      if (sink.isPresent() || accounts.isOn()) {
        RequestPeek peek =
            sealed
                ? RequestPeek.PROTECTED
                : RequestPeek.of(portal.dialect(), Answers.encoding(request), octets);
        Told.of(request).ifPresent(told -> told.request(peek.transaction(), octets.length()));
        if (!peek.account().map(accounts::take).orElse(true)) {
          refuseRate(response, callback, "this account", limits.ratePerAccount());
          return;
        }
      }
      answers.answer(portal, octets, sealed, response, callback);
    }

    @Override
    public void tooLarge() {
      refuseSize(response, callback);
    }
  }

  /** Answers a request that the binding does not have. */
  private boolean isRefused(Request request, Response response, Callback callback) {
    String coding = request.getHeaders().get(HttpHeader.CONTENT_ENCODING);
    if (!HttpBinding.isPath(request.getHttpURI().getCanonicalPath())) {
      Answers.text(
          response,
          callback,
          HttpStatus.NOT_FOUND_404,
          "there is nothing here; the portal is at " + HttpBinding.PATH);
    } else if (!HttpMethod.POST.is(request.getMethod())) {
      response.getHeaders().put(HttpHeader.ALLOW, "POST");
      Answers.text(
          response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "the portal answers POST");
    } else if (HttpBinding.encoding(request.getHeaders().get(HttpHeader.CONTENT_TYPE)).isEmpty()) {
      Answers.text(
          response,
          callback,
          HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
          "a request has one of the Content-Types " + HttpBinding.mediaTypes());
    } else if (isProtected(coding) && Answers.encoding(request) != Encoding.JSON) {
      Answers.text(
          response,
          callback,
          HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
          "a request in " + Envelope.CODING + " is " + Encoding.JSON.mediaType() + " inside");
    } else if (!isKnown(coding)) {
      response.getHeaders().put(HttpHeader.ACCEPT_ENCODING, "identity, " + Envelope.CODING);
      Answers.text(
          response,
          callback,
          HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
          "a request has no Content-Encoding but " + Envelope.CODING);
    } else if (request.getLength() > limits.bodyOctets()) {
      refuseSize(response, callback);
    } else {
      return false;
    }
    return true;
  }

  private static boolean isKnown(@Nullable String coding) {
    return coding == null
        || coding.isBlank()
        || coding.equalsIgnoreCase("identity")
        || isProtected(coding);
  }

  private static boolean isProtected(@Nullable String coding) {
    return Envelope.CODING.equalsIgnoreCase(coding);
  }

  private void refuseSize(Response response, Callback callback) {
    answers.refuse(
        response,
        callback,
        HttpStatus.PAYLOAD_TOO_LARGE_413,
        RefusalReason.TOO_LARGE,
        "a request has at most " + limits.bodyOctets() + " octets");
  }

  private void refuseRate(Response response, Callback callback, String whose, int most) {
    response.getHeaders().put(HttpHeader.RETRY_AFTER, 1);
    answers.refuse(
        response,
        callback,
        HttpStatus.TOO_MANY_REQUESTS_429,
        RefusalReason.OVERLOADED,
        whose + " has more than " + most + " requests a second");
  }
}
