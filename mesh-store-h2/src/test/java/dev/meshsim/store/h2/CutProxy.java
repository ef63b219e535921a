package dev.meshsim.store.h2;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A way to PostgreSQL that can be cut, at once or when the server has answered a commit. */
final class CutProxy implements AutoCloseable {

  private static final String PREFIX = "jdbc:";

  private final URI server;
  private final ServerSocket listening;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private volatile boolean cutsAnswers;
  private volatile boolean refuses;

  /**
   * A way to the server of an address.
   *
   * @param url the JDBC address
   */
  CutProxy(String url) throws IOException {
    this.server = URI.create(url.substring(PREFIX.length()));
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  /** The JDBC address of this way; each statement is sent as text. */
  String url() {
    return PREFIX
        + server
            .toString()
            .replace(
                server.getHost() + ":" + server.getPort(), "127.0.0.1:" + listening.getLocalPort())
        + "&preferQueryMode=simple";
  }

  /** Ends all connections. */
  void cut() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
    open.clear();
  }

  /** Refuses new connections, or accepts them again. */
  void refuse(boolean all) {
    refuses = all;
  }

  /**
   * Lets the next commit of a change reach the server, and ends the connection in place of its
   * answer.
   */
  void cutNextAnswer() {
    cutsAnswers = true;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        if (refuses) {
          client.close();
          continue;
        }
        Socket upstream = new Socket(server.getHost(), server.getPort());
        open.addAll(List.of(client, upstream));
        start(() -> copy(client, upstream, true));
        start(() -> copy(upstream, client, false));
      }
    } catch (IOException e) {
      // The test has ended.
    }
  }

  private void copy(Socket from, Socket to, boolean requests) {
    byte[] octets = new byte[8192];
    boolean writes = false;
    try (from;
        to) {
      InputStream in = from.getInputStream();
      for (int n = in.read(octets); n >= 0; n = in.read(octets)) {
        String text = requests ? new String(octets, 0, n, StandardCharsets.ISO_8859_1) : "";
        writes |= text.contains("UPDATE store_state");
        boolean commit = writes && text.contains("COMMIT");
        if (commit && cutsAnswers) {
          cutsAnswers = false;
          // Before the request is sent on: the other thread cannot pass the answer to the client.
          from.close();
          to.getOutputStream().write(octets, 0, n);
          to.shutdownOutput();
          to.getInputStream().transferTo(OutputStream.nullOutputStream());
          return;
        }
        to.getOutputStream().write(octets, 0, n);
      }
    } catch (IOException e) {
      // The other direction has ended.
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "cut-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    cut();
  }
}
