package dev.meshsim.scenario.simulation;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import dev.meshsim.sim.oracle.SimEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;

/**
 * The digest of all events of a run, with the octets of every message: equal for equal runs. The
 * digests of the events show where two runs part.
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
  TraceDigest(int wanted) {
    this.wanted = wanted;
  }

  /** Adds an event that happened at a time. */
  void add(SimEvent event, Instant time) {
    one.reset();
    put(line(event) + "@" + time);
    if (event instanceof SimEvent.Exchanged exchange) {
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
      found = line(event) + " at " + time;
    }
  }

  /** The line of the wanted event. */
  String found() {
    return found;
  }

  /** How many events there were. */
  int count() {
    return count;
  }

  /** The first octets of the digests of the events, in order. */
  long[] events() {
    return Arrays.copyOf(events, count);
  }

  /** The SHA-256 digest of the run, 64 lower-case hexadecimal digits; asked for once. */
  String whole() {
    return Bytes.of(whole.digest()).hex();
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
