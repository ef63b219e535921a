package dev.meshsim.cli.portal;

import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An nginx with the recipe's configuration, without TLS, in front of processes on this machine. */
final class Nginx implements AutoCloseable {

  static final Path PROGRAM = Path.of("/usr/sbin/nginx");

  private final Process process;
  private final int port;

  private Nginx(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Checks the recipe by {@code nginx -t}, with these certificates; its output if it is wrong. */
  static String check(Path directory, Path certificate, Path key) throws Exception {
    String recipe =
        recipe()
            .replace("listen 443", "listen 127.0.0.1:" + freePort())
            .replace("/etc/mesh-portal/portal.pem", certificate.toString())
            .replace("/etc/mesh-portal/portal-key.pem", key.toString());
    Process test =
        new ProcessBuilder(command(directory, whole(directory, recipe), "-t"))
            .redirectErrorStream(true)
            .start();
    String output = new String(test.getInputStream().readAllBytes());
    return test.waitFor() == 0 ? "" : output;
  }

  /** Starts it in front of three ports, some of which may be of processes that do not run. */
  static Nginx start(Path directory, List<Integer> ports) throws Exception {
    int port = freePort();
    String recipe =
        recipe()
            .replace("listen 443 ssl", "listen 127.0.0.1:" + port)
            .replaceAll("(?m)^ *(ssl_certificate|limit_req).*\n", "");
    for (int i = 0; i < 3; i++) {
      recipe =
          recipe.replaceAll(
              "(?m)^ *server 127.0.0.1:908" + (i + 1) + "(.*)\n",
              i < ports.size() ? "server 127.0.0.1:" + ports.get(i) + "$1\n" : "");
    }
    Process process =
        new ProcessBuilder(command(directory, whole(directory, recipe), "-g", "daemon off;"))
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("nginx.log").toFile())
            .start();
    while (!answers(port)) {
      if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
        throw new AssertionError(Files.readString(directory.resolve("nginx.log")));
      }
    }
    return new Nginx(process, port);
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static String recipe() throws IOException {
    return Files.readString(Golden.root().resolve("docs/recipes/nginx-portal.conf"));
  }

  private static Path whole(Path directory, String recipe) throws IOException {
    String user = System.getProperty("user.name").equals("root") ? "user root;\n" : "";
    String places =
        List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi").stream()
            .map(name -> name + "_temp_path " + directory.resolve("nginx-" + name) + ";\n")
            .reduce("", String::concat);
    Path file = directory.resolve("nginx.conf");
    Files.writeString(
        file,
        user
            + ("pid " + directory.resolve("nginx.pid") + ";\n")
            + "events {}\nhttp {\naccess_log off;\n"
            + places
            + recipe
            + "}\n");
    return file;
  }

  private static List<String> command(Path directory, Path conf, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(PROGRAM.toString(), "-p", directory.toString(), "-e", "stderr", "-c"));
    command.add(conf.toString());
    command.addAll(List.of(more));
    return command;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
