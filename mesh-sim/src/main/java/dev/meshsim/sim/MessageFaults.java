package dev.meshsim.sim;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.world.ShiftedWorld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The faults that wait for the messages of one machine. Each happens once, to the first exchange
 * that it is meant for, in the order in which they were planned. Not thread-safe: a machine makes
 * one exchange at a time.
 */
public final class MessageFaults {

  /** The faults that repeat an earlier message; they wait until there is one. */
  private static final Set<Fault> NEEDS_PREVIOUS = Set.of(Fault.REQUEST_OLD, Fault.ANSWER_OTHER);

  private final List<Planned> waiting = new ArrayList<>();
  private final List<Planned> undelivered = new ArrayList<>();
  private final List<FaultyPortal> portals = new ArrayList<>();
  private final ShiftedWorld world;
  private Optional<Fault> happening = Optional.empty();

  /** The time by which a clock that is right jumps ahead. */
  private static final Duration JUMP = Duration.ofDays(2);

  /**
   * Without faults at first.
   *
   * @param world the world of the machine, in which a slow response takes its time
   */
  public MessageFaults(ShiftedWorld world) {
    this.world = world;
  }

  /**
   * A fault that waits for an exchange.
   *
   * @param fault one of {@link Fault.Place#MESSAGES}
   * @param transaction the transaction that it waits for; any if empty
   * @param domain the portal that it waits for; any if empty
   * @param origin where it was planned, for a report: a line of a scenario, for example
   */
  public record Planned(
      Fault fault, Optional<Transaction> transaction, Optional<String> domain, String origin) {

    /** Checks the place of the fault. */
    public Planned {
      if (fault.place() != Fault.Place.MESSAGES) {
        throw new IllegalArgumentException(fault + " is no fault of messages");
      }
    }

    boolean isFor(FaultyPortal portal, Bytes request) {
      return (!NEEDS_PREVIOUS.contains(fault) || portal.hasPrevious())
          && domain.map(portal.domain()::equalsIgnoreCase).orElse(true)
          && (transaction.isEmpty()
              || transaction.equals(transactionOf(portal.dialect(), request)));
    }
  }

  /** Plans a fault, after those that wait already. */
  public void plan(Planned fault) {
    waiting.add(fault);
  }

  /** A portal that this machine reaches, with the faults that wait. */
  public MeshPortal through(MeshPortal portal) {
    return through(portal, null);
  }

  /** As {@link #through(MeshPortal)}, for a program that a fault may stop. */
  MeshPortal through(MeshPortal portal, @Nullable SimulatedProgram program) {
    FaultyPortal faulty = new FaultyPortal(this, portal, program);
    portals.add(faulty);
    return faulty;
  }

  /** Lets the time pass that a slow response takes. */
  void pause(Duration time) {
    world.pause(time);
  }

  /** Sets the machine's clock ahead, or right if it is wrong. */
  void jump() {
    world.shift(world.ahead().isZero() ? JUMP : Duration.ZERO);
  }

  /** Closes the machine's connections: what is late on one of them never arrives. */
  public void disconnect() {
    portals.forEach(FaultyPortal::disconnect);
    portals.clear();
  }

  /** Forgets every fault that has not happened. */
  public void forget() {
    waiting.clear();
  }

  /** The faults that have not happened, or not to their end: a late message never arrived. */
  public List<Planned> unfinished() {
    List<Planned> all = new ArrayList<>(waiting);
    all.addAll(undelivered);
    return all;
  }

  /** The faults that happened, but whose late messages have not arrived. */
  public List<Planned> undelivered() {
    return List.copyOf(undelivered);
  }

  /** The fault that happens to the exchange in flight, for what records it. */
  public Optional<Fault> happening() {
    return happening;
  }

  void happening(Optional<Fault> fault) {
    happening = fault;
  }

  /** Takes the fault that happens to an exchange. */
  Optional<Planned> take(FaultyPortal portal, Bytes request) {
    for (Planned planned : waiting) {
      if (planned.isFor(portal, request)) {
        waiting.remove(planned);
        return Optional.of(planned);
      }
    }
    return Optional.empty();
  }

  /** A response is kept for later. */
  void kept(Planned fault) {
    undelivered.add(fault);
  }

  /** A response that was kept has been given. */
  void delivered(Planned fault) {
    undelivered.remove(fault);
  }

  private static Optional<Transaction> transactionOf(Dialect dialect, Bytes sent) {
    try {
      Bytes request =
          RequestEnvelope.isEnvelope(sent) ? RequestEnvelope.open(dialect, sent).request() : sent;
      return Optional.of(Transaction.of(MessageCodec.readRequest(dialect, request)));
    } catch (MeshException e) {
      return Optional.empty();
    }
  }
}
