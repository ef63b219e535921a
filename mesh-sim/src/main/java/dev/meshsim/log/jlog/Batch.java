package dev.meshsim.log.jlog;

import dev.meshsim.log.LogName;
import dev.meshsim.log.OctetBuffer;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import org.jspecify.annotations.Nullable;

/** The lines of transactions that become durable together, and those who wait for them. */
final class Batch {

  /** Shut until the batch has ended; an interrupt does not open it. */
  private static final class Gate extends AbstractQueuedSynchronizer {

    private static final long serialVersionUID = 1;

    @Override
    protected int tryAcquireShared(int unused) {
      return getState() == 0 ? -1 : 1;
    }

    @Override
    protected boolean tryReleaseShared(int unused) {
      setState(1);
      return true;
    }
  }

  private static final int ROOM = 8192;

  private final long meshFrom;
  private final long portalFrom;
  private final OctetBuffer mesh = new OctetBuffer(ROOM);
  private final OctetBuffer portal = new OctetBuffer(ROOM);
  private final Gate gate = new Gate();
  private boolean led;
  private int last;

  /** A batch whose lines begin at these offsets. */
  Batch(long meshFrom, long portalFrom) {
    this.meshFrom = meshFrom;
    this.portalFrom = portalFrom;
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

  /** True for the first who asks: it has to write the batch, and to end it in any case. */
  boolean lead() {
    boolean first = !led;
    led = true;
    return first;
  }

  /** Waits until the batch has ended, durable or not. */
  void await() {
    gate.acquireShared(1);
  }

  /** Lets all go on who wait for the batch. */
  void end() {
    gate.releaseShared(1);
  }

  /** The number of the last record in it. */
  int last() {
    return last;
  }

  void setLast(int number) {
    last = number;
  }

  /** A line of this batch, or null if the offset is not in it. */
  byte @Nullable [] line(LogName log, long offset, int length) {
    return offset >= from(log) && offset < end(log)
        ? lines(log).copy((int) (offset - from(log)), length)
        : null;
  }
}
