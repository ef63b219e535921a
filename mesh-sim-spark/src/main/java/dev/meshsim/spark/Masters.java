package dev.meshsim.spark;

import dev.meshsim.cli.console.InputException;
import dev.meshsim.error.Quote;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * The address of a master. Spark itself tries a master that is not there for a minute and then ends
 * with a stack trace, so the ports of a standalone master are tried first.
 */
final class Masters {

  private static final String STANDALONE = "spark://";
  private static final int PATIENCE_MILLIS = 5000;

  private Masters() {}

  /**
   * Checks that one of the standalone masters in an address answers; other kinds of address pass.
   *
   * @throws InputException if none does
   */
  static void requireReachable(String master) {
    if (!master.startsWith(STANDALONE)) {
      return;
    }
    List<String> failures = new ArrayList<>();
    for (String one : master.substring(STANDALONE.length()).split(",", -1)) {
      int colon = one.lastIndexOf(':');
      if (colon < 1 || !one.substring(colon + 1).matches("[0-9]{1,5}")) {
        throw wrong("no host and port: " + Quote.text(one));
      }
      int port = Integer.parseInt(one.substring(colon + 1));
      if (port > 65535) {
        throw wrong("no port: " + port);
      }
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(one.substring(0, colon), port), PATIENCE_MILLIS);
        return;
      } catch (IOException e) {
        failures.add(one + " (" + Quote.line(String.valueOf(e.getMessage())) + ")");
      }
    }
    throw wrong("no master answers: " + String.join(", ", failures));
  }

  private static InputException wrong(String why) {
    return new InputException(
        "--master: " + why,
        "start the master, or write its address, for example spark://host:7077");
  }
}
