package dev.meshsim.portal;

import dev.meshsim.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The exchanges of a portal, in order, with the labels that a transcript finds them by. */
public final class Trace {

  private final List<Exchange> exchanges = new ArrayList<>();
  private @Nullable String label;

  /** Labels the next exchange and all after it, until the next label. */
  public synchronized void label(String tag) {
    label = tag;
  }

  /** What was exchanged so far. */
  public synchronized List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  synchronized void add(Bytes sent, Bytes response) {
    exchanges.add(Exchange.of(exchanges.size() + 1, label, sent, response));
  }
}
