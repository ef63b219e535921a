package dev.meshsim.store.h2;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.store.h2.database.PostgresqlServer;
import dev.meshsim.testing.MemoryTempDir;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A PostgreSQL database for tests: the one that MESH_SIM_POSTGRES names, or a cluster of our own in
 * a temporary directory, on 127.0.0.1 and a free port, which ends with this process. PostgreSQL
 * refuses to run as root, so root starts it as the user {@code postgres}.
 */
public final class Postgresql {

  private static final String INSTALLED = "/usr/lib/postgresql";

  private static final String SERVER_USER = "postgres";
  private static final AtomicInteger SCHEMAS = new AtomicInteger();

  private static Optional<String> url;
  private static String reason = "";

  private Postgresql() {}

  /** The JDBC address; skips the test, saying why, if there is none. */
  public static synchronized String url() {
    if (url == null) {
      url = find();
    }
    assumeTrue(url.isPresent(), () -> "no PostgreSQL: " + reason);
    return url.orElseThrow();
  }

  /** The name of a schema that nobody has used. */
  public static String freshSchema() {
    return "mesh_sim_" + ProcessHandle.current().pid() + "_" + SCHEMAS.incrementAndGet();
  }

  /** Removes a schema and all that is in it. */
  public static void drop(String schema) {
    execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
  }

  /** Runs a statement by itself. */
  public static void execute(String sql) {
    try (Connection connection = DriverManager.getConnection(url());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  private static Optional<String> find() {
    if (PostgresqlServer.named()) {
      return Optional.of(PostgresqlServer.url());
    }
    Optional<Path> programs = programs();
    if (programs.isEmpty()) {
      reason = "neither " + PostgresqlServer.VARIABLE + " nor " + INSTALLED + "/*/bin/initdb";
      return Optional.empty();
    }
    try {
      return Optional.of(start(programs.get()));
    } catch (IOException | InterruptedException e) {
      reason = "the cluster does not start: " + e.getMessage();
      return Optional.empty();
    }
  }

  private static Optional<Path> programs() {
    Path installed = Path.of(INSTALLED);
    if (!Files.isDirectory(installed)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(installed)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String start(Path programs) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory(MemoryTempDir.place(), "mesh-sim-postgresql");
    boolean root = "root".equals(System.getProperty("user.name"));
    if (root) {
      UserPrincipal owner =
          directory
              .getFileSystem()
              .getUserPrincipalLookupService()
              .lookupPrincipalByName(SERVER_USER);
      Files.setOwner(directory, owner);
    }
    Path data = directory.resolve("data");
    Path control = programs.resolve("pg_ctl");
    run(root, programs.resolve("initdb"), "-D", data, "-U", "mesh", "-A", "trust", "-E", "UTF8");
    int port = freePort();
    String options = "-h 127.0.0.1 -p " + port + " -k " + directory;
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(root, control, data, directory)));
    run(root, control, "start", "-w", "-D", data, "-l", directory.resolve("log"), "-o", options);
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=mesh";
  }

  private static void stop(boolean root, Path control, Path data, Path directory) {
    try {
      run(root, control, "stop", "-m", "immediate", "-D", data);
      try (Stream<Path> files = Files.walk(directory)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    } catch (IOException | InterruptedException e) {
      System.err.println("the PostgreSQL in " + directory + " did not stop: " + e.getMessage());
    }
  }

  private static void run(boolean root, Object... command)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    if (root) {
      words.addAll(List.of("runuser", "-u", SERVER_USER, "--"));
    }
    for (Object word : command) {
      words.add(word.toString());
    }
    Path output = Files.createTempFile("mesh-sim-postgresql", ".out");
    try {
      Process process =
          new ProcessBuilder(words)
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (process.waitFor() != 0) {
        throw new IOException(words + ": " + Files.readString(output));
      }
    } finally {
      Files.delete(output);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
