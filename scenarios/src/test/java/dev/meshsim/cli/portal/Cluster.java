package dev.meshsim.cli.portal;

import dev.meshsim.testing.MemoryTempDir;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL cluster in a temporary directory, which root starts as {@code postgres}. */
final class Cluster implements AutoCloseable {

  private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
  private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

  private final Path programs;
  private final Path directory;
  private final int port;

  private Cluster(Path programs, Path directory, int port) {
    this.programs = programs;
    this.directory = directory;
    this.port = port;
  }

  /** The directory of the newest programs; empty if none are installed. */
  static Optional<Path> programs() throws IOException {
    if (!Files.isDirectory(INSTALLED)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(INSTALLED)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder());
    }
  }

  static Cluster make() throws Exception {
    Path directory = Files.createTempDirectory(MemoryTempDir.place(), "mesh-sim-cluster");
    if (ROOT) {
      run(false, "chown", "postgres", directory.toString());
    }
    Cluster cluster = new Cluster(programs().orElseThrow(), directory, Nginx.freePort());
    cluster.run("initdb", "-D", cluster.data(), "-U", "mesh", "-A", "trust", "-E", "UTF8");
    cluster.start();
    return cluster;
  }

  void start() throws Exception {
    String options = "-h 127.0.0.1 -p " + port + " -k " + directory;
    run("pg_ctl", "start", "-w", "-D", data(), "-l", directory.resolve("log") + "", "-o", options);
  }

  /** Stops the server as a crash does. */
  void crash() throws Exception {
    run("pg_ctl", "stop", "-m", "immediate", "-D", data());
  }

  /** Stops the server, copies its data directory, and starts it again. */
  void copyTo(String name) throws Exception {
    crash();
    run(false, "cp", "-a", data(), directory.resolve(name).toString());
    start();
  }

  /** Puts a copy of the data directory in the place of the present one. */
  void putBack(String name) throws Exception {
    crash();
    run(false, "rm", "-r", data());
    run(false, "cp", "-a", directory.resolve(name).toString(), data());
    start();
  }

  /** Backs the database up while it is used. */
  void dump(String name) throws Exception {
    run("pg_dump", "-Fc", "-d", server(), "-f", directory.resolve(name).toString());
  }

  /** Puts a backup in the place of the tables, while the server runs. */
  void restore(String name) throws Exception {
    run(
        "pg_restore",
        "--clean",
        "--if-exists",
        "--exit-on-error",
        "-d",
        server(),
        directory.resolve(name).toString());
  }

  private String server() {
    return url().substring("jdbc:".length());
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=mesh";
  }

  private String data() {
    return directory.resolve("data").toString();
  }

  private void run(String program, String... words) throws Exception {
    List<String> all = new ArrayList<>(List.of(programs.resolve(program).toString()));
    all.addAll(List.of(words));
    run(ROOT, all.toArray(String[]::new));
  }

  private static void run(boolean asServer, String... words) throws Exception {
    List<String> command = new ArrayList<>();
    if (asServer) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(command + " ended with " + process.exitValue());
    }
  }

  @Override
  public void close() throws Exception {
    crash();
    run(false, "rm", "-r", directory.toString());
  }
}
