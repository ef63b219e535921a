package dev.meshsim.portal.http.server;

import dev.meshsim.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections that bring no whole head of a request in the idle time: those that are silent,
 * that stop in the middle of a TLS handshake, and that send a head octet by octet. Jetty's own idle
 * time begins anew with every octet.
 */
final class ConnectionWatch extends AbstractLifeCycle implements Connection.Listener {

  private static final int LOOKS = 4;
  private static final int SHORTEST_MILLIS = 10;

  /** A connection: the time of its latest request or answer, and its requests in flight. */
  private static final class Watched {
    private Instant latest;
    private int inFlight;

    Watched(Instant opened) {
      this.latest = opened;
    }

    synchronized void request(Instant now, int change) {
      latest = now;
      inFlight += change;
    }

    synchronized boolean isIdle(Instant since) {
      return inFlight == 0 && latest.isBefore(since);
    }
  }

  private final World clock;
  private final Duration idleTime;
  private final Scheduler scheduler;
  private volatile boolean draining;
  private int busy;
  private final Map<EndPoint, Watched> all = new ConcurrentHashMap<>();

  ConnectionWatch(World clock, Duration idleTime, Scheduler scheduler) {
    this.clock = clock;
    this.idleTime = idleTime;
    this.scheduler = scheduler;
  }

  /** The number of open connections. */
  int open() {
    return all.size();
  }

  @Override
  public void onOpened(Connection connection) {
    all.putIfAbsent(network(connection), new Watched(clock.now()));
  }

  @Override
  public void onClosed(Connection connection) {
    EndPoint end = network(connection);
    // A connection also ends when another protocol takes over.
    if (!end.isOpen()) {
      all.remove(end);
    }
  }

  private static EndPoint network(Connection connection) {
    EndPoint end = connection.getEndPoint();
    while (end instanceof EndPoint.Wrapper wrapper) {
      end = wrapper.unwrap();
    }
    return end;
  }

  /** Counts the requests of each connection on their way to {@code handler}. */
  Handler.Wrapper counting(Handler handler) {
    return new Handler.Wrapper(handler) {
      @Override
      public boolean handle(Request request, Response response, Callback callback)
          throws Exception {
        EndPoint end = network(request.getConnectionMetaData().getConnection());
        Watched watched = all.computeIfAbsent(end, open -> new Watched(clock.now()));
        watched.request(clock.now(), 1);
        busy(1);
        Request.addCompletionListener(
            request,
            failure -> {
              watched.request(clock.now(), -1);
              busy(-1);
              if (draining) {
                closeIdle(Instant.MAX);
              }
            });
        return super.handle(request, response, callback);
      }
    };
  }

  @Override
  protected void doStart() {
    again();
  }

  private void again() {
    scheduler.schedule(
        this::look, Math.max(SHORTEST_MILLIS, idleTime.toMillis() / LOOKS), TimeUnit.MILLISECONDS);
  }

  private synchronized void busy(int change) {
    busy += change;
    if (busy == 0) {
      notifyAll();
    }
  }

  /**
   * Closes every connection as soon as it has no request in flight, and waits for those that have.
   *
   * @return false if there are requests in flight after the time
   */
  boolean drain(Duration time) {
    draining = true;
    closeIdle(Instant.MAX);
    Instant end = clock.now().plus(time);
    synchronized (this) {
      while (busy > 0) {
        long left = Duration.between(clock.now(), end).toMillis();
        if (left <= 0) {
          return false;
        }
        try {
          wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return false;
        }
      }
    }
    return true;
  }

  private void look() {
    closeIdle(draining ? Instant.MAX : clock.now().minus(idleTime));
    if (isRunning() || isStarting()) {
      again();
    }
  }

  /**
   * Closes a connection, and first what is inside TLS, which would wait for the client's answer.
   */
  private static void cut(EndPoint end) {
    if (end.getConnection() instanceof SslConnection tls) {
      Connection inner = tls.getSslEndPoint().getConnection();
      if (inner != null) {
        inner.close();
      }
    }
    end.close();
  }

  private void closeIdle(Instant since) {
    all.forEach(
        (end, watched) -> {
          if (!end.isOpen()) {
            all.remove(end);
          } else if (watched.isIdle(since)) {
            all.remove(end);
            cut(end);
          }
        });
  }
}
