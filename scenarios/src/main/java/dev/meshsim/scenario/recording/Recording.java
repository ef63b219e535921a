package dev.meshsim.scenario.recording;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.json.binary.Encoding;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.portal.Exchange;
import dev.meshsim.portal.Trace;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.report.ScenarioTrace.Cast;
import dev.meshsim.report.StoreCommit;
import dev.meshsim.report.TracedExchange;
import dev.meshsim.report.TracedExchange.Envelopes;
import dev.meshsim.report.TracedExchange.Messages;
import dev.meshsim.report.TracedExchange.Origin;
import dev.meshsim.report.TracedExchange.Wire;
import dev.meshsim.scenario.Step;
import dev.meshsim.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The exchanges with all portals of a scenario, in order, each with its step and its time. */
public final class Recording {

  /**
   * The begin of an exchange.
   *
   * @param portal the portal's domain
   * @param trace the exchanges of the portal since it was opened
   * @param index its number among them, counted from 0
   * @param fault the fault that its messages meet
   */
  private record Moment(
      String portal, Trace trace, int index, Step step, Instant time, Optional<String> fault) {

    Moment at(int other) {
      return new Moment(portal, trace, other, step, time, fault);
    }

    Moment with(String otherFault) {
      return new Moment(portal, trace, index, step, time, Optional.of(otherFault));
    }
  }

  private final World world;
  private final List<Moment> moments = new ArrayList<>();
  private final KeyNames keys = new KeyNames();
  private final List<StoreCommit> commits = new ArrayList<>();
  private final Function<String, Optional<String>> faults;

  private final boolean kept;

  /** The step of each actor's thread. */
  private final ThreadLocal<@Nullable Step> step = new ThreadLocal<>();

  /**
   * Begins without exchanges.
   *
   * @param faults gives the fault that a machine's exchange meets which begins
   * @param kept false if nothing is to be kept
   */
  public Recording(World world, Function<String, Optional<String>> faults, boolean kept) {
    this.kept = kept;
    this.world = world;
    this.faults = faults;
  }

  /** The exchanges that follow in this thread belong to this step. */
  public void begin(Step next) {
    step.set(next);
  }

  /** An exchange with a portal begins. */
  public void begin(String portal, Trace trace) {
    if (!kept) {
      return;
    }
    Step now = current();
    moments.add(
        new Moment(portal, trace, trace.size(), now, world.now(), faults.apply(now.actor())));
  }

  /** The latest exchange ends without a response, since its portal has ended. */
  void broken() {
    if (kept) {
      moments.remove(moments.size() - 1);
    }
  }

  /**
   * The latest exchange ends with the last message that its portal has answered: a protected
   * request that was sealed again has a refusal and a Hello before it.
   */
  void ended(Trace trace) {
    int last = moments.size() - 1;
    if (kept && moments.get(last).trace() == trace && trace.size() > 0) {
      moments.set(last, moments.get(last).at(trace.size() - 1));
    }
  }

  /** The latest exchange failed; there is nothing of it if the portal has not answered. */
  void failed(Trace trace) {
    if (kept && moments.get(moments.size() - 1).index() >= trace.size()) {
      broken();
    }
  }

  /** The latest exchange ends with a lie in place of the recorded response. */
  public void lied(String lie) {
    if (!kept) {
      return;
    }
    int last = moments.size() - 1;
    moments.set(last, moments.get(last).with("the portal lies, " + lie));
  }

  /** A machine has committed changes of its store. */
  public void committed(String machine, List<MachineChange> changes) {
    if (!kept) {
      return;
    }
    keys.committed(machine, changes);
    Step now = step.get();
    int number = now == null ? 0 : now.number();
    commits.add(new StoreCommit(number, moments.size(), machine, changes.size()));
  }

  /** The machines and portals with the keys and commits so far. */
  public Cast cast(List<String> machines, List<String> portals) {
    return new Cast(machines, portals, keys.names(), commits);
  }

  /** The name of the current step. */
  public String label() {
    return current().messageName();
  }

  private Step current() {
    Step now = step.get();
    if (now == null) {
      throw new IllegalStateException("an exchange belongs to a step");
    }
    return now;
  }

  /** Every exchange so far. */
  public List<TracedExchange> traced() {
    List<TracedExchange> traced = new ArrayList<>();
    Map<Trace, List<Exchange>> parsed = new IdentityHashMap<>();
    for (Moment moment : moments) {
      List<Exchange> all = parsed.computeIfAbsent(moment.trace(), Trace::exchanges);
      traced.add(traced(traced.size() + 1, all.get(moment.index()), moment));
    }
    return traced;
  }

  private static TracedExchange traced(int number, Exchange exchange, Moment moment) {
    Optional<Transaction> transaction =
        Arrays.stream(Transaction.values())
            .filter(known -> known.wireName().equals(exchange.transaction()))
            .findFirst();
    Step step = moment.step();
    return new TracedExchange(
        number,
        new Origin(
            step.number(),
            step.kind().word(),
            step.title(),
            step.label(),
            Optional.of(step.actor()).filter(actor -> !actor.isEmpty())),
        moment.time(),
        moment.portal(),
        new Messages(
            exchange.transaction(),
            transaction.map(Transaction::requestTag).orElse("Request"),
            tag(exchange.response()),
            exchange.request(),
            exchange.response(),
            Optional.ofNullable(exchange.signedEnvelope()),
            wire(exchange.wire()),
            Optional.ofNullable(exchange.envelopes())
                .map(octets -> new Envelopes(octets.request(), octets.response()))),
        moment.fault());
  }

  /** The octets that travelled; empty if they are those of the JSON. */
  private static Optional<Wire> wire(Exchange.Wire wire) {
    return wire.encoding() == Encoding.JSON
        ? Optional.empty()
        : Optional.of(new Wire(wire.encoding(), wire.request(), wire.response()));
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
