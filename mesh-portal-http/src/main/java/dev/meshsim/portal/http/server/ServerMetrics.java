package dev.meshsim.portal.http.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.stream.DoubleStream;

/** The metrics of a server, in the text format of Prometheus. */
final class ServerMetrics {

  private static final double NANOS = 1e9;
  private static final Duration[] BOUNDS =
      DoubleStream.of(0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5)
          .mapToObj(seconds -> Duration.ofNanos((long) (seconds * NANOS)))
          .toArray(Duration[]::new);

  /** The labels of the counter of a request. */
  private record Outcome(String transaction, int http, int status) {}

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<Outcome, Counter> requests = new ConcurrentHashMap<>();
  private final Timer time =
      Timer.builder("mesh.portal.request")
          .description("Time from the head of a request to its answer.")
          .serviceLevelObjectives(BOUNDS)
          .register(registry);
  private final Counter received = bytes("mesh.portal.received", "Octets of bodies of requests.");
  private final Counter sent = bytes("mesh.portal.sent", "Octets of bodies of answers.");

  ServerMetrics(IntSupplier connections, IntSupplier inFlight) {
    gauge("mesh.portal.connections", "Open connections.", connections);
    gauge("mesh.portal.in.flight", "Requests that are being read or answered.", inFlight);
  }

  private void gauge(String name, String help, IntSupplier value) {
    Gauge.builder(name, value, IntSupplier::getAsInt)
        .description(help)
        .strongReference(true)
        .register(registry);
  }

  private Counter bytes(String name, String help) {
    return Counter.builder(name).baseUnit("bytes").description(help).register(registry);
  }

  private Counter requests(Outcome outcome) {
    return Counter.builder("mesh.portal.requests")
        .description("Requests answered, by transaction, HTTP status and status of the payload.")
        .tag("transaction", outcome.transaction())
        .tag("http", String.valueOf(outcome.http()))
        .tag("status", String.valueOf(outcome.status()))
        .register(registry);
  }

  void add(Served served) {
    requests
        .computeIfAbsent(
            new Outcome(served.transaction(), served.http(), served.status()), this::requests)
        .increment();
    time.record(served.took());
    received.increment(served.in());
    sent.increment(served.out());
  }

  /** All metrics as text. */
  byte[] text() {
    return registry.scrape().getBytes(StandardCharsets.UTF_8);
  }
}
