package dev.meshsim.benchmark.portal;

import dev.meshsim.bytes.Bytes;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A web server that reads each request to its end and answers with the same octets. */
public final class BareServer implements AutoCloseable {

  private final Server server;
  private final ServerConnector connector;

  /** Starts a server on a port of the loopback address; 0 for any that is free. */
  public BareServer(int port, Bytes answer) {
    // As many threads as ours has.
    QueuedThreadPool threads = new QueuedThreadPool(72, 2);
    threads.setDaemon(true);
    server = new Server(threads);
    connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(new Same(answer.toArray()));
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The port that it listens on. */
  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** A handler of Jetty's default kind, which may block, as ours does. */
  private static final class Same extends Handler.Abstract {

    private final byte[] answer;

    Same(byte[] answer) {
      this.answer = answer;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      Content.Source.asByteBuffer(
          request,
          new Promise.Invocable<ByteBuffer>() {
            @Override
            public void succeeded(ByteBuffer body) {
              response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
              response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.length);
              response.write(true, ByteBuffer.wrap(answer), callback);
            }

            @Override
            public void failed(Throwable failure) {
              callback.failed(failure);
            }
          });
      return true;
    }
  }
}
