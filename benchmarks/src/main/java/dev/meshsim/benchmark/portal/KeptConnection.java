package dev.meshsim.benchmark.portal;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.portal.MeshPortal;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * A connection to a portal that stays open, with the least that HTTP needs: the head of an answer
 * is searched for its length and for nothing else.
 */
final class KeptConnection implements MeshPortal, AutoCloseable {

  private static final String LENGTH = "content-length:";
  private static final byte[] END = {'\r', '\n', '\r', '\n'};
  private static final int LONGEST = 64 * 1024;

  private final Socket socket;
  private final OutputStream out;
  private final DataInputStream in;
  private final byte[] buffer = new byte[LONGEST];

  KeptConnection(String host, int port) {
    try {
      socket = new Socket(host, port);
      socket.setTcpNoDelay(true);
      out = socket.getOutputStream();
      in = new DataInputStream(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String domain() {
    return "example.com";
  }

  @Override
  public Bytes exchange(Bytes request) {
    byte[] head =
        ("POST /.well-known/mmm/ HTTP/1.1\r\nHost: example.com\r\n"
                + "Content-Type: application/json\r\nContent-Length: "
                + request.length()
                + "\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] body = request.toArray();
    byte[] whole = new byte[head.length + body.length];
    System.arraycopy(head, 0, whole, 0, head.length);
    System.arraycopy(body, 0, whole, head.length, body.length);
    try {
      out.write(whole);
      return answer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Bytes answer() throws IOException {
    int read = 0;
    int headEnd = -1;
    while (headEnd < 0) {
      int more = in.read(buffer, read, LONGEST - read);
      if (more <= 0) {
        throw new IOException("no answer");
      }
      read += more;
      headEnd = headEnd(read);
    }
    int end = headEnd + length(headEnd);
    in.readFully(buffer, read, end - read);
    return Bytes.of(buffer, headEnd, end);
  }

  private int headEnd(int read) {
    for (int at = 0; at + END.length <= read; at++) {
      if (Arrays.equals(buffer, at, at + END.length, END, 0, END.length)) {
        return at + END.length;
      }
    }
    return -1;
  }

  private int length(int headEnd) {
    String head = new String(buffer, 0, headEnd, StandardCharsets.ISO_8859_1);
    int at = head.toLowerCase(Locale.ROOT).indexOf(LENGTH) + LENGTH.length();
    return Integer.parseInt(head.substring(at, head.indexOf('\r', at)).strip());
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
