package dev.meshsim.portal.http.witness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server that sends a head and then the same octets until the client has had enough. */
final class Endless implements AutoCloseable {

  private final ServerSocket listening = new ServerSocket(0, 8, InetAddress.getByName("127.0.0.1"));

  Endless(String head, byte[] part) throws IOException {
    Thread thread =
        new Thread(
            () -> {
              while (true) {
                try (Socket socket = listening.accept()) {
                  InputStream in = socket.getInputStream();
                  while (in.read() != '\n') {
                    continue;
                  }
                  OutputStream out = socket.getOutputStream();
                  out.write(head.getBytes(StandardCharsets.ISO_8859_1));
                  while (part.length > 0) {
                    out.write(part);
                  }
                  // Silence, until the client closes the connection.
                  in.transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                  if (listening.isClosed()) {
                    return;
                  }
                }
              }
            },
            "endless server");
    thread.setDaemon(true);
    thread.start();
  }

  String address() {
    return "http://127.0.0.1:" + listening.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
