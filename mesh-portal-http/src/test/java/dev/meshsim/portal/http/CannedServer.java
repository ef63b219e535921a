package dev.meshsim.portal.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server that gives the n-th request the n-th of its answers, whatever was asked. */
public final class CannedServer implements AutoCloseable {

  private final ServerSocket listening;
  private final List<String> answers;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  /** A server of these answers; an empty one closes the connection. */
  public CannedServer(String... answers) throws IOException {
    this.answers = List.of(answers);
    this.listening = new ServerSocket(0, 8, InetAddress.getByName("127.0.0.1"));
    Thread thread = new Thread(this::serve, "canned server");
    thread.setDaemon(true);
    thread.start();
  }

  /** A server that gives every request this JSON. */
  static CannedServer json(String body) throws IOException {
    return new CannedServer(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }

  /** Its address. */
  public PortalAddress address() {
    return PortalAddress.of(false, "127.0.0.1", listening.getLocalPort());
  }

  /** The requests so far, with their bodies. */
  public List<String> requests() {
    return requests;
  }

  private void serve() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        Thread thread = new Thread(() -> serve(socket), "canned connection");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        // The test has closed the server.
        return;
      }
    }
  }

  private void serve(Socket accepted) {
    try (Socket socket = accepted) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (String request = read(in); !request.isEmpty(); request = read(in)) {
        requests.add(request);
        String answer = answers.get(Math.min(requests.size(), answers.size()) - 1);
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        if (answer.isEmpty()) {
          return;
        }
      }
    } catch (IOException e) {
      // The client has closed the connection.
      return;
    }
  }

  private static String read(InputStream in) throws IOException {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    String head = "";
    while (!head.endsWith("\r\n\r\n")) {
      int octet = in.read();
      if (octet < 0) {
        return "";
      }
      octets.write(octet);
      head = octets.toString(StandardCharsets.ISO_8859_1);
    }
    String lower = head.toLowerCase(Locale.ROOT);
    int field = lower.indexOf("content-length: ");
    if (field < 0) {
      return head;
    }
    int at = field + "content-length: ".length();
    int length = Integer.parseInt(head.substring(at, head.indexOf('\r', at)));
    return head + new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
