package dev.meshsim.portal.http.server;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.protocol.HelloRequest;
import dev.meshsim.protocol.MessageCodec;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The pages for operators, on an address of their own: {@code /healthz} and {@code /metrics}. */
final class AdminHandler extends Handler.Abstract {

  private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final MeshPortal portal;
  private final ServerMetrics metrics;
  private final BooleanSupplier stopping;

  AdminHandler(MeshPortal portal, ServerMetrics metrics, BooleanSupplier stopping) {
    this.portal = portal;
    this.metrics = metrics;
    this.stopping = stopping;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = request.getHttpURI().getCanonicalPath();
    if ("/healthz".equals(path)) {
      health(response, callback);
    } else if ("/metrics".equals(path)) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, METRICS_TYPE);
      response.write(true, ByteBuffer.wrap(metrics.text()), callback);
    } else {
      Answers.text(
          response,
          callback,
          HttpStatus.NOT_FOUND_404,
          "there are /healthz and /metrics; the portal is at its own address");
    }
    return true;
  }

  /** Healthy is a portal that answers Hello and is not being stopped. */
  private void health(Response response, Callback callback) {
    if (stopping.getAsBoolean()) {
      Answers.text(response, callback, HttpStatus.SERVICE_UNAVAILABLE_503, "stopping");
      return;
    }
    try {
      Bytes hello = MessageCodec.write(portal.dialect(), HelloRequest.plain());
      boolean answers = portal.exchange(hello).utf8().contains("HelloResponse");
      int status = answers ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503;
      Answers.text(response, callback, status, answers ? "ok" : "the portal does not answer Hello");
    } catch (RuntimeException e) {
      Answers.text(
          response,
          callback,
          HttpStatus.SERVICE_UNAVAILABLE_503,
          "the portal does not answer: " + e.getClass().getSimpleName());
    }
  }
}
