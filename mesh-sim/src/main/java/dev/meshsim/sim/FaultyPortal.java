package dev.meshsim.sim;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.portal.MeshPortal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A portal as one machine reaches it: with the faults that wait for the machine's messages. */
final class FaultyPortal implements MeshPortal {

  /** The time that a slow response takes. */
  private static final Duration SLOW = Duration.ofHours(1);

  /** A message that arrives later, and the fault that kept it. */
  private record Late(MessageFaults.Planned fault, Bytes message) {}

  private final MessageFaults faults;
  private final MeshPortal portal;
  private final @Nullable SimulatedProgram program;
  private final Deque<Late> lateAnswers = new ArrayDeque<>();
  private final Deque<Late> lateRequests = new ArrayDeque<>();
  private @Nullable Bytes previousRequest;
  private @Nullable Bytes previousResponse;

  FaultyPortal(MessageFaults faults, MeshPortal portal, @Nullable SimulatedProgram program) {
    this.faults = faults;
    this.portal = portal;
    this.program = program;
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
    Optional<MessageFaults.Planned> fault = faults.take(this, request);
    try {
      if (fault.isEmpty()) {
        return inOrder(request);
      }
      if (program != null) {
        program.tell(fault.get().fault());
      }
      faults.happening(Optional.of(fault.get().fault()));
      try {
        return exchange(request, fault.get());
      } finally {
        faults.happening(Optional.empty());
      }
    } finally {
      previousRequest = request;
    }
  }

  /**
   * True if an exchange with this portal has been answered, so that its messages can come again.
   */
  boolean hasPrevious() {
    return previousRequest != null && previousResponse != null;
  }

  private Bytes exchange(Bytes request, MessageFaults.Planned planned) {
    return switch (planned.fault()) {
      case REQUEST_LOST -> throw lost("the request was lost");
      case ANSWER_LOST -> {
        portal.exchange(request);
        throw lost("the answer was lost");
      }
      case REQUEST_TWICE -> {
        Bytes first = inOrder(request);
        portal.exchange(request);
        yield first;
      }
      case REQUEST_AGAIN -> {
        portal.exchange(request);
        yield inOrder(request);
      }
      case ANSWER_LATE -> {
        lateAnswers.add(new Late(planned, portal.exchange(request)));
        faults.kept(planned);
        throw lost("the answer is late");
      }
      case REQUEST_LATE -> {
        lateRequests.add(new Late(planned, request));
        faults.kept(planned);
        throw lost("the request is late");
      }
      case REQUEST_OLD -> {
        if (previousRequest != null) {
          portal.exchange(previousRequest);
        }
        yield inOrder(request);
      }
      case REQUEST_CUT -> inOrder(firstHalf(request));
      case REQUEST_GARBLED -> inOrder(garbled(request));
      case ANSWER_CUT -> firstHalf(inOrder(request));
      case ANSWER_GARBLED -> garbled(inOrder(request));
      case ANSWER_OTHER -> {
        Bytes other = previousResponse;
        Bytes right = inOrder(request);
        yield other == null ? right : other;
      }
      case ANSWER_SLOW -> {
        Bytes response = inOrder(request);
        faults.pause(SLOW);
        yield response;
      }
      case CLOCK_JUMPS -> {
        Bytes response = inOrder(request);
        faults.jump();
        yield response;
      }
      case CRASH_AT_REQUEST -> throw crash();
      case CRASH_AT_ANSWER -> {
        portal.exchange(request);
        throw crash();
      }
      default ->
          throw new IllegalStateException("a fault of messages has an effect: " + planned.fault());
    };
  }

  /**
   * Sends a request, then those that are late. The response that arrives is the oldest late one, in
   * place of the response to this request.
   */
  private Bytes inOrder(Bytes request) {
    Bytes response = portal.exchange(request);
    for (Late late = lateRequests.poll(); late != null; late = lateRequests.poll()) {
      portal.exchange(late.message());
      faults.delivered(late.fault());
    }
    Late oldest = lateAnswers.poll();
    if (oldest != null) {
      faults.delivered(oldest.fault());
      response = oldest.message();
    }
    previousResponse = response;
    return response;
  }

  void disconnect() {
    lateAnswers.clear();
    lateRequests.clear();
  }

  private static Bytes firstHalf(Bytes message) {
    return Bytes.of(message.toArray(), 0, message.length() / 2);
  }

  private static Bytes garbled(Bytes message) {
    byte[] octets = message.toArray();
    if (octets.length > 0) {
      octets[octets.length / 2] ^= 1;
    }
    return Bytes.of(octets);
  }

  private Error crash() {
    if (program == null) {
      throw new IllegalStateException("no program that could crash uses this connection");
    }
    return program.fence().close();
  }

  private static UncheckedIOException lost(String how) {
    return new UncheckedIOException(new IOException(how));
  }
}
