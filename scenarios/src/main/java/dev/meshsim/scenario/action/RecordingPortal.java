package dev.meshsim.scenario.action;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.portal.Exchange;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.report.TracedExchange;
import dev.meshsim.scenario.Step;
import dev.meshsim.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A portal that records the step and the world's time of each exchange. */
final class RecordingPortal implements MeshPortal {

  private record Moment(Step step, Instant time) {}

  private final World world;
  private final MeshPortalDirect portal;
  private final List<Moment> moments = new ArrayList<>();
  private @Nullable Step step;

  RecordingPortal(World world, MeshPortalDirect portal) {
    this.world = world;
    this.portal = portal;
  }

  void begin(Step next) {
    step = next;
    portal.label(next.label());
  }

  @Override
  public String domain() {
    return portal.domain();
  }

  @Override
  public Dialect dialect() {
    return portal.dialect();
  }

  @Override
  public Bytes exchange(Bytes request) {
    if (step == null) {
      throw new IllegalStateException("an exchange belongs to a step");
    }
    moments.add(new Moment(step, world.now()));
    return portal.exchange(request);
  }

  /** Every exchange so far. */
  List<TracedExchange> traced() {
    List<Exchange> exchanges = portal.trace().exchanges();
    List<TracedExchange> traced = new ArrayList<>();
    for (int i = 0; i < exchanges.size(); i++) {
      traced.add(traced(exchanges.get(i), moments.get(i)));
    }
    return traced;
  }

  private static TracedExchange traced(Exchange exchange, Moment moment) {
    Optional<Transaction> transaction =
        Arrays.stream(Transaction.values())
            .filter(known -> known.wireName().equals(exchange.transaction()))
            .findFirst();
    return new TracedExchange(
        exchange.number(),
        moment.step().number(),
        moment.step().kind().word(),
        moment.step().title(),
        moment.step().label(),
        moment.time(),
        exchange.transaction(),
        transaction.map(Transaction::requestTag).orElse("Request"),
        tag(exchange.response()),
        exchange.request(),
        exchange.response(),
        Optional.ofNullable(exchange.signedEnvelope()));
  }

  private static String tag(Bytes message) {
    try {
      JsonNode json = MeshJson.readTree(message);
      return json.isObject() && json.size() == 1
          ? json.propertyNames().iterator().next()
          : "Response";
    } catch (MeshException e) {
      return "Response";
    }
  }
}
