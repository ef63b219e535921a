package dev.meshsim.portal.http.server;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntSupplier;

/** The metrics of a server, in the text format of Prometheus. */
final class ServerMetrics {

  private static final double NANOS = 1e9;

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Counter requests =
      Counter.builder()
          .name("mesh_portal_requests")
          .help("Requests answered, by transaction, HTTP status and status of the payload.")
          .labelNames("transaction", "http", "status")
          .register(registry);
  private final Histogram seconds =
      Histogram.builder()
          .name("mesh_portal_request_seconds")
          .help("Time from the head of a request to its answer.")
          .classicUpperBounds(0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5)
          .classicOnly()
          .register(registry);
  private final Counter received =
      Counter.builder()
          .name("mesh_portal_received_bytes")
          .help("Octets of bodies of requests.")
          .register(registry);
  private final Counter sent =
      Counter.builder()
          .name("mesh_portal_sent_bytes")
          .help("Octets of bodies of answers.")
          .register(registry);

  ServerMetrics(IntSupplier connections, IntSupplier inFlight) {
    gauge("mesh_portal_connections", "Open connections.", connections);
    gauge("mesh_portal_in_flight", "Requests that are being read or answered.", inFlight);
  }

  private void gauge(String name, String help, IntSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.getAsInt()))
        .register(registry);
  }

  void add(Served served) {
    requests
        .labelValues(
            served.transaction(), String.valueOf(served.http()), String.valueOf(served.status()))
        .inc();
    seconds.observe(served.took().toNanos() / NANOS);
    received.inc(served.in());
    sent.inc(served.out());
  }

  /** All metrics as text. */
  byte[] text() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(out, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
