package dev.meshsim.portal.http.server;

import java.time.Duration;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The outcomes of reading a body that every handler answers alike. */
abstract class BodyReader implements RequestBody.Reader {

  final Request request;
  final Response response;
  final Callback callback;
  private final Duration time;

  /**
   * Reads the body of a request.
   *
   * @param time how long it may take
   */
  BodyReader(Request request, Response response, Callback callback, Duration time) {
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.time = time;
  }

  @Override
  public void tooSlow() {
    Answers.text(
        response,
        callback,
        HttpStatus.REQUEST_TIMEOUT_408,
        "the request did not arrive in " + time.toMillis() + " ms");
  }

  @Override
  public void failed(Throwable failure) {
    callback.failed(failure);
  }
}
