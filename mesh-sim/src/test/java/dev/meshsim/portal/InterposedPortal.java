package dev.meshsim.portal;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.protocol.MeshRequest;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.Transaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/**
 * A way to a portal on which something else happens to the next requests of a transaction: another
 * device is faster, the answer is lost, the portal gives an answer of its own.
 */
public final class InterposedPortal implements MeshPortal {

  /** An event that happens to one request. */
  public interface Event {
    Bytes exchange(Bytes request, MeshPortal portal);
  }

  private final MeshPortal portal;
  private final Map<Transaction, Deque<Event>> events = new EnumMap<>(Transaction.class);
  private final Map<Transaction, Integer> counts = new EnumMap<>(Transaction.class);

  private boolean away;

  public InterposedPortal(MeshPortal portal) {
    this.portal = portal;
  }

  /** Whether no request reaches the portal until further notice. */
  public void away(boolean now) {
    away = now;
  }

  /** Lets {@code event} happen to the next request that no earlier event waits for. */
  public void next(Transaction transaction, Event event) {
    events.computeIfAbsent(transaction, t -> new ArrayDeque<>()).add(event);
  }

  /** Runs {@code other} just before the next request is sent. */
  public void before(Transaction transaction, Runnable other) {
    next(
        transaction,
        (request, to) -> {
          other.run();
          return to.exchange(request);
        });
  }

  /** Lets the next request pass as it is. */
  public void pass(Transaction transaction) {
    next(transaction, (request, to) -> to.exchange(request));
  }

  /** Loses the answer to the next request, which the portal has carried out. */
  public void loseAnswer(Transaction transaction) {
    next(
        transaction,
        (request, to) -> {
          to.exchange(request);
          throw new UncheckedIOException(new IOException("connection reset"));
        });
  }

  /** Loses the next request before the portal sees it. */
  public void loseRequest(Transaction transaction) {
    next(
        transaction,
        (request, to) -> {
          throw new UncheckedIOException(new IOException("connection refused"));
        });
  }

  /** How many requests of a transaction were made. */
  public int count(Transaction transaction) {
    return counts.getOrDefault(transaction, 0);
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
  public boolean keepsLog() {
    return portal.keepsLog();
  }

  @Override
  public Bytes exchange(Bytes request) {
    Bytes plain =
        RequestEnvelope.isEnvelope(request)
            ? RequestEnvelope.open(dialect(), request).request()
            : request;
    MeshRequest read = MessageCodec.readRequest(dialect(), plain);
    Transaction transaction = Transaction.of(read);
    counts.merge(transaction, 1, Integer::sum);
    if (away) {
      throw new UncheckedIOException(new IOException("connection refused"));
    }
    Deque<Event> waiting = events.get(transaction);
    Event event = waiting == null ? null : waiting.poll();
    return event == null ? portal.exchange(request) : event.exchange(request, portal);
  }
}
