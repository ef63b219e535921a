package dev.meshsim.portal.http.server;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.http.PublishedLog;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Gives the checkpoint and the hash tiles of a portal's log, which anybody may read. */
final class LogHandler {

  private static final System.Logger LOG = System.getLogger(LogHandler.class.getName());
  private static final String CHECKPOINT = "checkpoint";
  private static final String KEYS = "keys";

  private final MeshPortal portal;

  LogHandler(MeshPortal portal) {
    this.portal = portal;
  }

  /** True for a request of the log, whatever comes of it. */
  static boolean isFor(Request request) {
    String path = request.getHttpURI().getCanonicalPath();
    return path != null
        && path.startsWith(PublishedLog.PATH)
        && HttpMethod.GET.is(request.getMethod());
  }

  void answer(Request request, Response response, Callback callback) {
    String path = request.getHttpURI().getCanonicalPath().substring(PublishedLog.PATH.length());
    Optional<Bytes> found;
    try {
      found = portal.published(path);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "the portal " + portal.domain() + " gave no log", e);
      Answers.text(
          response, callback, HttpStatus.SERVICE_UNAVAILABLE_503, "the portal cannot answer now");
      return;
    }
    if (found.isEmpty()) {
      Answers.text(
          response, callback, HttpStatus.NOT_FOUND_404, "the log of this portal has no such part");
      return;
    }
    write(response, callback, path, found.get().toArray());
  }

  private static void write(Response response, Callback callback, String path, byte[] body) {
    Told.of(response.getRequest()).ifPresent(told -> told.out(body.length));
    response.setStatus(HttpStatus.OK_200);
    String type =
        switch (path) {
          case CHECKPOINT -> "text/plain; charset=utf-8";
          case KEYS -> "application/json";
          default -> "application/octet-stream";
        };
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    // Tiles never change; a checkpoint and keys are good for some seconds.
    boolean changes = path.equals(CHECKPOINT) || path.equals(KEYS);
    response
        .getHeaders()
        .put(
            HttpHeader.CACHE_CONTROL,
            changes ? "max-age=5" : "public, max-age=31536000, immutable");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
