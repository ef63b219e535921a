package dev.meshsim.portal.http.server;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request: read without a waiting thread, up to a size, in bounded time. Exactly one
 * outcome is reported.
 */
final class RequestBody {

  /** The outcomes. */
  interface Reader {

    /** All octets are there. */
    void read(byte[] body);

    /** There are more octets than allowed; the rest is not read. */
    void tooLarge();

    /** The time is over. */
    void tooSlow();

    /** The connection failed, or the body is not as HTTP says. */
    void failed(Throwable failure);
  }

  private final Request request;
  private final int most;
  private final Duration time;
  private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
  private final AtomicBoolean done = new AtomicBoolean();

  RequestBody(Request request, int most, Duration time) {
    this.request = request;
    this.most = most;
    this.time = time;
  }

  /** Begins to read; the outcome is reported in this thread or another. */
  void read(Reader reader) {
    more(reader, null);
  }

  /** Limits the time of a body that is not there at once, as most are. */
  private Scheduler.Task timer(Reader reader) {
    return request
        .getComponents()
        .getScheduler()
        .schedule(
            () -> {
              if (done.compareAndSet(false, true)) {
                reader.tooSlow();
              }
            },
            time.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  private void more(Reader reader, Scheduler.@Nullable Task running) {
    while (!done.get()) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        Scheduler.Task next = running == null ? timer(reader) : running;
        request.demand(() -> more(reader, next));
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        finish(running, () -> reader.failed(chunk.getFailure()));
        return;
      }
      boolean fits = take(chunk.getByteBuffer());
      boolean last = chunk.isLast();
      chunk.release();
      if (!fits) {
        finish(running, reader::tooLarge);
        return;
      }
      if (last) {
        finish(running, () -> reader.read(octets.toByteArray()));
        return;
      }
    }
  }

  private boolean take(ByteBuffer buffer) {
    if (octets.size() + buffer.remaining() > most) {
      return false;
    }
    octets.writeBytes(BufferUtil.toArray(buffer));
    return true;
  }

  private void finish(Scheduler.@Nullable Task timer, Runnable outcome) {
    if (timer != null) {
      timer.cancel();
    }
    if (done.compareAndSet(false, true)) {
      outcome.run();
    }
  }
}
