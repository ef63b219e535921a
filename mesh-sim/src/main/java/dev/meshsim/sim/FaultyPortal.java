package dev.meshsim.sim;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.portal.MeshPortal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** A portal as one machine reaches it: with the faults that wait for the machine's messages. */
final class FaultyPortal implements MeshPortal {

  /** A response that is given later, and the fault that kept it. */
  private record Late(MessageFaults.Planned fault, Bytes response) {}

  private final MessageFaults faults;
  private final MeshPortal portal;
  private final Deque<Late> late = new ArrayDeque<>();

  FaultyPortal(MessageFaults faults, MeshPortal portal) {
    this.faults = faults;
    this.portal = portal;
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
    Optional<MessageFaults.Planned> fault = faults.take(portal, request);
    if (fault.isEmpty()) {
      return inOrder(portal.exchange(request));
    }
    faults.happening(Optional.of(fault.get().fault()));
    try {
      return exchange(request, fault.get());
    } finally {
      faults.happening(Optional.empty());
    }
  }

  private Bytes exchange(Bytes request, MessageFaults.Planned planned) {
    switch (planned.fault()) {
      case REQUEST_LOST -> throw lost("the request was lost");
      case ANSWER_LOST -> {
        portal.exchange(request);
        throw lost("the answer was lost");
      }
      case REQUEST_TWICE -> {
        Bytes first = portal.exchange(request);
        portal.exchange(request);
        return inOrder(first);
      }
      case REQUEST_AGAIN -> {
        portal.exchange(request);
        return inOrder(portal.exchange(request));
      }
      case ANSWER_LATE -> {
        late.add(new Late(planned, portal.exchange(request)));
        faults.kept(planned);
        throw lost("the answer is late");
      }
    }
    throw new IllegalStateException("a fault of messages has an effect: " + planned.fault());
  }

  /** The response that arrives: the oldest late one, in place of the response to this request. */
  private Bytes inOrder(Bytes response) {
    Late oldest = late.poll();
    if (oldest == null) {
      return response;
    }
    faults.delivered(oldest.fault());
    return oldest.response();
  }

  void disconnect() {
    late.clear();
  }

  private static UncheckedIOException lost(String how) {
    return new UncheckedIOException(new IOException(how));
  }
}
