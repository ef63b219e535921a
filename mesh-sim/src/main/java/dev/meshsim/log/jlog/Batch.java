package dev.meshsim.log.jlog;

import dev.meshsim.log.LogName;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/** The lines of transactions that become durable together. */
final class Batch {

  private static final int ROOM = 8192;

  private final long meshFrom;
  private final long portalFrom;
  private final OctetBuffer mesh = new OctetBuffer(ROOM);
  private final OctetBuffer portal = new OctetBuffer(ROOM);
  private final Condition done;
  private int last;

  /** A batch whose lines begin at these offsets; {@code done} is signalled when it is durable. */
  Batch(long meshFrom, long portalFrom, Condition done) {
    this.meshFrom = meshFrom;
    this.portalFrom = portalFrom;
    this.done = done;
  }

  OctetBuffer lines(LogName log) {
    return log == LogName.MESH ? mesh : portal;
  }

  long from(LogName log) {
    return log == LogName.MESH ? meshFrom : portalFrom;
  }

  long end(LogName log) {
    return from(log) + lines(log).size();
  }

  Condition done() {
    return done;
  }

  /** The number of the last record in it. */
  int last() {
    return last;
  }

  void setLast(int number) {
    last = number;
  }

  boolean isEmpty() {
    return mesh.size() == 0 && portal.size() == 0;
  }

  /** A line of this batch, or null if the offset is not in it. */
  byte @Nullable [] line(LogName log, long offset, int length) {
    return offset >= from(log) && offset < end(log)
        ? lines(log).copy((int) (offset - from(log)), length)
        : null;
  }
}
