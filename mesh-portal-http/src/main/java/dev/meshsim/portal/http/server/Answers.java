package dev.meshsim.portal.http.server;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import dev.meshsim.json.binary.Encoding;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.http.HttpBinding;
import dev.meshsim.protect.Envelope;
import dev.meshsim.protocol.ErrorResponse;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.RefusalReason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The writing of answers. An answer of the portal has HTTP status 200, whatever its own status is
 * (json-web-service-03 section 1). A refusal by the server has a payload where the protocol has a
 * status for it, and else a line of text, so that no client takes a wrong path for a missing
 * account.
 */
final class Answers {

  private static final System.Logger LOG = System.getLogger(Answers.class.getName());

  private final Dialect dialect;

  Answers(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * Has the portal answer a request.
   *
   * @param sealed true if the request has the content coding {@link Envelope#CODING}
   */
  void answer(
      MeshPortal portal, Bytes request, boolean sealed, Response response, Callback callback) {
    Encoding encoding = encoding(response.getRequest());
    Bytes answer;
    try {
      answer = sealed ? portal.exchangeProtected(request) : portal.exchange(encoding, request);
    } catch (MeshException e) {
      LOG.log(System.Logger.Level.ERROR, "the portal " + portal.domain() + " gave no answer", e);
      refuse(
          response,
          callback,
          HttpStatus.SERVICE_UNAVAILABLE_503,
          RefusalReason.OVERLOADED,
          "the portal cannot answer now");
      return;
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "the portal " + portal.domain() + " failed", e);
      refuse(
          response,
          callback,
          HttpStatus.INTERNAL_SERVER_ERROR_500,
          RefusalReason.FAILED,
          "the portal failed");
      return;
    }
    if (sealed && Envelope.mayBe(answer)) {
      response.getHeaders().put(HttpHeader.CONTENT_ENCODING, Envelope.CODING);
    } else {
      Told.of(response.getRequest())
          .ifPresent(told -> told.status(RequestPeek.status(dialect, encoding, answer)));
    }
    payload(response, callback, HttpStatus.OK_200, encoding, answer);
  }

  /** The encoding of a request, and so of its answer; JSON if its head names none. */
  static Encoding encoding(Request request) {
    return HttpBinding.encoding(request.getHeaders().get(HttpHeader.CONTENT_TYPE))
        .orElse(Encoding.JSON);
  }

  /** Refuses a request with a payload. */
  void refuse(Response response, Callback callback, int status, RefusalReason reason, String text) {
    ErrorResponse payload = new ErrorResponse(reason.status(), text);
    Told.of(response.getRequest()).ifPresent(told -> told.status(reason.status()));
    Encoding encoding = encoding(response.getRequest());
    payload(
        response,
        callback,
        status,
        encoding,
        dialect == Dialect.MESH
            ? MessageCodec.write(dialect, encoding, payload, reason)
            : MessageCodec.write(dialect, encoding, payload));
  }

  private static void payload(
      Response response, Callback callback, int status, Encoding encoding, Bytes body) {
    write(response, callback, status, encoding.mediaType(), body.toArray());
  }

  /** Refuses a request with a line of text. */
  static void text(Response response, Callback callback, int status, String text) {
    write(
        response,
        callback,
        status,
        "text/plain;charset=utf-8",
        (Quote.of(text) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void write(
      Response response, Callback callback, int status, String type, byte[] body) {
    Told.of(response.getRequest()).ifPresent(told -> told.out(body.length));
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  /** Answers a request that Jetty refuses, in the form of the others. */
  static boolean refusedByJetty(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    text(response, callback, status, HttpStatus.getMessage(status));
    return true;
  }
}
