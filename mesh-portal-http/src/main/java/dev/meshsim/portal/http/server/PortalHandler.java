package dev.meshsim.portal.http.server;

import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.http.HttpBinding;
import dev.meshsim.protocol.RefusalReason;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Checks the head of each request, and has the portal answer those that are its own. */
final class PortalHandler extends Handler.Abstract {

  private final MeshPortal portal;
  private final ServerLimits limits;
  private final Answers answers;
  private final AtomicInteger inFlight = new AtomicInteger();

  PortalHandler(MeshPortal portal, ServerLimits limits) {
    this.portal = portal;
    this.limits = limits;
    this.answers = new Answers(portal.dialect());
  }

  /** The number of requests that are being read or answered. */
  int inFlight() {
    return inFlight.get();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (isRefused(request, response, callback)) {
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
        .read(
            new RequestBody.Reader() {
              @Override
              public void read(byte[] body) {
                answers.answer(portal, body, response, callback);
              }

              @Override
              public void tooLarge() {
                refuseSize(response, callback);
              }

              @Override
              public void tooSlow() {
                Answers.text(
                    response,
                    callback,
                    HttpStatus.REQUEST_TIMEOUT_408,
                    "the request did not arrive in " + limits.requestTime().toMillis() + " ms");
              }

              @Override
              public void failed(Throwable failure) {
                callback.failed(failure);
              }
            });
    return true;
  }

  /** Answers a request that the binding does not have. */
  private boolean isRefused(Request request, Response response, Callback callback) {
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
    } else if (!HttpBinding.isJson(request.getHeaders().get(HttpHeader.CONTENT_TYPE))) {
      Answers.text(
          response,
          callback,
          HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
          "a request has the Content-Type " + HttpBinding.JSON);
    } else if (!isPlain(request.getHeaders().get(HttpHeader.CONTENT_ENCODING))) {
      response.getHeaders().put(HttpHeader.ACCEPT_ENCODING, "identity");
      Answers.text(
          response,
          callback,
          HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
          "a request has no Content-Encoding");
    } else if (request.getLength() > limits.bodyOctets()) {
      refuseSize(response, callback);
    } else {
      return false;
    }
    return true;
  }

  private static boolean isPlain(@org.jspecify.annotations.Nullable String coding) {
    return coding == null || coding.isBlank() || coding.equalsIgnoreCase("identity");
  }

  private void refuseSize(Response response, Callback callback) {
    answers.refuse(
        response,
        callback,
        HttpStatus.PAYLOAD_TOO_LARGE_413,
        RefusalReason.TOO_LARGE,
        "a request has at most " + limits.bodyOctets() + " octets");
  }
}
