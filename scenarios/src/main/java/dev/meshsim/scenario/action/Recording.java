package dev.meshsim.scenario.action;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.portal.Exchange;
import dev.meshsim.portal.Trace;
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

/** The exchanges with all portals of a scenario, in order, each with its step and its time. */
final class Recording {

  /**
   * The begin of an exchange.
   *
   * @param portal the portal's domain
   * @param trace the exchanges of the portal since it was opened
   * @param index its number among them, counted from 0
   */
  private record Moment(String portal, Trace trace, int index, Step step, Instant time) {}

  private final World world;
  private final List<Moment> moments = new ArrayList<>();
  private @Nullable Step step;

  Recording(World world) {
    this.world = world;
  }

  /** The exchanges that follow belong to this step. */
  void begin(Step next) {
    step = next;
  }

  /** An exchange with a portal begins. */
  void begin(String portal, Trace trace) {
    moments.add(new Moment(portal, trace, trace.exchanges().size(), current(), world.now()));
  }

  /** The name of the current step's messages. */
  String label() {
    return current().label();
  }

  private Step current() {
    if (step == null) {
      throw new IllegalStateException("an exchange belongs to a step");
    }
    return step;
  }

  /** Every exchange so far. */
  List<TracedExchange> traced() {
    List<TracedExchange> traced = new ArrayList<>();
    for (Moment moment : moments) {
      traced.add(traced(traced.size() + 1, moment.trace().exchanges().get(moment.index()), moment));
    }
    return traced;
  }

  private static TracedExchange traced(int number, Exchange exchange, Moment moment) {
    Optional<Transaction> transaction =
        Arrays.stream(Transaction.values())
            .filter(known -> known.wireName().equals(exchange.transaction()))
            .findFirst();
    return new TracedExchange(
        number,
        moment.step().number(),
        moment.step().kind().word(),
        moment.step().title(),
        moment.step().label(),
        moment.time(),
        moment.portal(),
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
