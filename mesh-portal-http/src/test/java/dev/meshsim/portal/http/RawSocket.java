package dev.meshsim.portal.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A client that writes any octets and reads what comes; a silent server fails after 10 seconds. */
public final class RawSocket implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 10_000;

  private final Socket socket = new Socket();

  /** Connects. */
  public RawSocket(PortalAddress address) throws IOException {
    socket.connect(new InetSocketAddress(address.host(), address.port()));
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
  }

  /** Connects, writes all octets and reads until the server closes the connection. */
  public static String exchange(PortalAddress address, String octets) throws IOException {
    try (RawSocket raw = new RawSocket(address)) {
      raw.write(octets);
      return raw.rest();
    }
  }

  /** Writes octets, each a character. */
  public void write(String octets) throws IOException {
    write(octets.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Writes octets. */
  public void write(byte[] octets) throws IOException {
    socket.getOutputStream().write(octets);
  }

  /** Ends the output; answers can still be read. */
  public void endOutput() throws IOException {
    socket.shutdownOutput();
  }

  /** All that comes until the connection is closed or reset. */
  public String rest() throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    try {
      for (int n = socket.getInputStream().read(buffer);
          n >= 0;
          n = socket.getInputStream().read(buffer)) {
        read.write(buffer, 0, n);
      }
    } catch (java.net.SocketException e) {
      // A reset is an end too: the server closes before it has read all.
    }
    return read.toString(StandardCharsets.ISO_8859_1);
  }

  /** One response: its head and a body of {@code Content-Length} octets. */
  public String response() throws IOException {
    InputStream in = socket.getInputStream();
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int octet = in.read();
      if (octet < 0) {
        throw new IOException("closed after " + head);
      }
      head.write(octet);
    }
    String text = head.toString(StandardCharsets.ISO_8859_1);
    String lower = text.toLowerCase(Locale.ROOT);
    int at = lower.indexOf("content-length: ");
    if (at < 0) {
      return text;
    }
    int from = at + "content-length: ".length();
    int length = Integer.parseInt(text.substring(from, text.indexOf('\r', from)));
    return text + new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
