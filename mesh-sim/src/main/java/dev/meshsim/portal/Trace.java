package dev.meshsim.portal;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.binary.Encoding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The exchanges of a portal, in order, with the labels that a transcript finds them by. It grows
 * with every exchange, so a program that runs a portal for long calls {@link #stop}.
 */
public final class Trace {

  private final Dialect dialect;
  private final List<Crossing> crossings = new ArrayList<>();
  private @Nullable String label;
  private boolean stopped;

  /** Makes an empty trace of messages written in {@code dialect}. */
  Trace(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Labels the next exchange and all after it, until the next label. */
  public synchronized void label(String tag) {
    label = tag;
  }

  /** Stops recording; the exchanges so far stay. */
  public synchronized void stop() {
    stopped = true;
  }

  /** The number of exchanges so far. */
  public synchronized int size() {
    return crossings.size();
  }

  /** The exchanges so far, parsed anew by each call. */
  public List<Exchange> exchanges() {
    List<Crossing> kept;
    synchronized (this) {
      kept = List.copyOf(crossings);
    }
    List<Exchange> exchanges = new ArrayList<>();
    for (Crossing crossing : kept) {
      exchanges.add(
          Exchange.of(
              dialect,
              exchanges.size() + 1,
              crossing.label(),
              crossing.wire(),
              crossing.envelopes()));
    }
    return List.copyOf(exchanges);
  }

  /** Adds an exchange in JSON. */
  public void add(Bytes sent, Bytes response) {
    add(Encoding.JSON, sent, response);
  }

  /** Adds an exchange. */
  public synchronized void add(Encoding encoding, Bytes sent, Bytes response) {
    if (!stopped) {
      crossings.add(new Crossing(label, new Exchange.Wire(encoding, sent, response), null));
    }
  }

  /**
   * Adds a protected exchange, which is JSON inside.
   *
   * @param sent the request in the first envelope
   * @param response the answer in the second
   */
  public synchronized void add(Bytes sent, Bytes response, Bytes envelope, Bytes sealed) {
    if (!stopped) {
      crossings.add(
          new Crossing(
              label,
              new Exchange.Wire(Encoding.JSON, sent, response),
              new Exchange.Envelopes(envelope, sealed)));
    }
  }

  private record Crossing(
      @Nullable String label, Exchange.Wire wire, Exchange.@Nullable Envelopes envelopes) {}
}
