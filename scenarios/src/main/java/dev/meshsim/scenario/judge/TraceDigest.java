package dev.meshsim.scenario.judge;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import dev.meshsim.scenario.EventTrace;
import dev.meshsim.sim.oracle.SimEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The digest of all events of a run, with the octets of every message and the whole outcome of
 * every operation: equal for equal runs. The digests of the events show where two runs part.
 */
public final class TraceDigest {

  private static final int FIRST_SIZE = 1024;

  private final MessageDigest whole = Sha256.begin();
  private final MessageDigest one = Sha256.begin();
  private long[] events = new long[FIRST_SIZE];
  private final int wanted;
  private String found = "none: the run had ended";
  private int count;

  /** A digest that also keeps the line of one event, counted from 1; of none if it is 0. */
  public TraceDigest(int wanted) {
    this.wanted = wanted;
  }

  /** Adds an event that happened at a time. */
  public void add(SimEvent event, Instant time) {
    one.reset();
    put(line(event) + "@" + time);
    if (event instanceof SimEvent.Ended ended) {
      ended.sentences().forEach(sentence -> put("\n" + sentence));
    } else if (event instanceof SimEvent.Exchanged exchange) {
      put(exchange.request());
      put(exchange.response());
    } else if (event instanceof SimEvent.Forged forged) {
      put(forged.request());
      put(forged.response());
    } else if (event instanceof SimEvent.Received received) {
      put(received.request());
      put(received.response());
    }
    byte[] digest = one.digest();
    whole.update(digest);
    if (count == events.length) {
      events = Arrays.copyOf(events, 2 * count);
    }
    events[count] = ByteBuffer.wrap(digest).getLong();
    count++;
    if (count == wanted) {
      found = told(event, time);
    }
  }

  /** The line of the wanted event. */
  public String found() {
    return found;
  }

  /** How many events there were. */
  public int count() {
    return count;
  }

  /** The first octets of the digests of the events, in order. */
  public long[] events() {
    return Arrays.copyOf(events, count);
  }

  /** The SHA-256 digest of the run, 64 lower-case hexadecimal digits; asked for once. */
  public String whole() {
    return Bytes.of(whole.digest()).hex();
  }

  /** The event that was added last, as a trace has it. */
  String last() {
    return shortened(events[count - 1]);
  }

  /**
   * The trace of a run.
   *
   * @param events the digests of its events, as {@link #events} gives them
   * @param most how many of them are taken
   */
  public static EventTrace traceOf(long seed, long[] events, long most) {
    return new EventTrace(
        seed, Arrays.stream(events).limit(most).mapToObj(TraceDigest::shortened).toList());
  }

  private static String shortened(long digest) {
    return HexFormat.of().toHexDigits(digest).substring(0, EventTrace.DIGITS);
  }

  /** An event and its time in one line, without secrets. */
  static String told(SimEvent event, Instant time) {
    return line(event) + " at " + time;
  }

  /** An event in one line, without secrets. */
  public static String line(SimEvent event) {
    if (event instanceof SimEvent.Began began) {
      return "begin " + began.machine() + " " + began.word();
    }
    if (event instanceof SimEvent.Ended ended) {
      return "end " + ended.began().machine() + " " + ended.began().word() + " " + outcome(ended);
    }
    if (event instanceof SimEvent.Exchanged exchange) {
      return "exchange " + exchange.machine() + " " + exchange.portal();
    }
    if (event instanceof SimEvent.Received received) {
      return "response " + received.machine() + " " + received.portal();
    }
    if (event instanceof SimEvent.Committed commit) {
      return "commit " + commit.machine() + " of " + commit.changes().size() + " changes";
    }
    if (event instanceof SimEvent.CommitFailed commit) {
      return "failed commit " + commit.machine() + " of " + commit.changes().size() + " changes";
    }
    // The others are made of names, and a secret among them shows none of its octets.
    return event.toString();
  }

  private static String outcome(SimEvent.Ended ended) {
    return ended.sentences().isEmpty() ? "internal error" : ended.sentences().get(0);
  }

  private void put(String text) {
    one.update(text.getBytes(StandardCharsets.UTF_8));
  }

  private void put(Bytes octets) {
    one.update(octets.toArray());
  }
}
