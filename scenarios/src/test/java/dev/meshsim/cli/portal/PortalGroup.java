package dev.meshsim.cli.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.cli.Cli;
import dev.meshsim.cli.MeshSim;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.files.ChildJvm;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.json.MeshJson;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.http.MeshPortalRemote;
import dev.meshsim.portal.http.PortalAddress;
import dev.meshsim.portal.http.PortalConnections;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Processes of {@code portal serve} on one PostgreSQL, behind nginx, and those who audit them. */
final class PortalGroup implements AutoCloseable {

  private static final String DOMAIN = "example.com";

  private final Path place;
  private final Cluster cluster;
  private final List<Integer> ports = new ArrayList<>();
  private final List<Served> processes = new ArrayList<>();
  private final Nginx nginx;
  private final PortalConnections connections = PortalConnections.open();
  private final String logKey;

  /** Starts so many processes in a directory. */
  PortalGroup(Path place, int count) throws Exception {
    this.place = place;
    this.cluster = Cluster.make();
    PrivateJwk auditor =
        PrivateJwk.generate(KeySpec.ED25519, World.system().stream("auditor", "key"));
    Files.write(
        place.resolve("auditor.pub"), MeshJson.write(auditor.publicJwk().toJson(null)).toArray());
    try (SecretBytes jwk = auditor.toJson(null)) {
      Files.write(place.resolve("auditor"), jwk.expose());
    }
    for (int i = 0; i < count; i++) {
      ports.add(Nginx.freePort());
      processes.add(served(i));
    }
    processes.get(0).next();
    String line = processes.get(0).next();
    this.logKey = line.substring(line.lastIndexOf(' ') + 1);
    this.nginx = Nginx.start(place, ports);
    found();
  }

  private PersonalSession account(MeshSession session) {
    return session.createAccount(
        session.machine().name() + "@example.com",
        new PersonalProfile(session.createDevice().deviceProfile()));
  }

  private MeshSession session(String machine) {
    return new MeshSession(new MeshMachineCached(World.system(), machine), portal());
  }

  /** Makes the first account and checkpoint, from which the log can be followed. */
  private void found() {
    account(session("founder"));
    Cli first = follow();
    assertEquals(0, first.code(), first.errors());
  }

  private Served served(int i) throws Exception {
    return new Served(
        place,
        List.of(
            "--domain",
            DOMAIN,
            "--store",
            "postgresql",
            "--root",
            "data",
            "--listen",
            "127.0.0.1:" + ports.get(i),
            "--rate-per-address",
            "0",
            "--auditor",
            "auditor.pub"),
        environment());
  }

  private Map<String, String> environment() {
    return Map.of("MESH_SIM_POSTGRES", cluster.url());
  }

  Cluster cluster() {
    return cluster;
  }

  /** Kills a process, as {@code kill -9} does. */
  void kill(int i) throws Exception {
    processes.get(i).kill();
  }

  /** Asks a process to end, and waits for that; its exit code. */
  int stop(int i) throws Exception {
    new ProcessBuilder("kill", "-TERM", Long.toString(processes.get(i).id())).start().waitFor();
    return processes.get(i).ended();
  }

  /** Starts a process anew at its port, after it has ended. */
  void start(int i) throws Exception {
    processes.set(i, served(i));
  }

  /** The address of nginx. */
  String address() {
    return nginx.address();
  }

  /** A client's way to the portal. */
  MeshPortalRemote portal() {
    return MeshPortalRemote.at(PortalAddress.parse(address()), DOMAIN, Dialect.MESH, connections);
  }

  /** Follows the log from the checkpoint that was seen before. */
  Cli follow() {
    return Cli.run(
        "log", "follow", address(), "--key", logKey, "--seen", place.resolve("seen").toString());
  }

  /** Runs the command in a process of its own, with the address of the database. */
  Cli command(String... words) throws Exception {
    List<String> command = ChildJvm.command(MeshSim.class);
    command.addAll(List.of(words));
    Path errors = Files.createTempFile(place, "errors", "");
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(place.toFile()).redirectError(errors.toFile());
    builder.environment().putAll(environment());
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes());
    return new Cli(process.waitFor(), out, Files.readString(errors));
  }

  /** Compares the stored log with a checkpoint that {@link #follow} has seen. */
  Cli tree() throws Exception {
    return command(
        "log",
        "tree",
        "--store",
        "postgresql",
        "--root",
        "data",
        "--checkpoint",
        "seen",
        "--key",
        logKey);
  }

  /** Reads everything in the store. */
  Cli check() throws Exception {
    return command("store", "check", "--portal", "--store", "postgresql", "--root", "data");
  }

  /** Copies the log as an auditor, and verifies the copy. */
  private Cli mirror() {
    return Cli.run(
        "log",
        "mirror",
        address(),
        "--to",
        place.resolve("mirror").toString(),
        "--key",
        place.resolve("auditor").toString());
  }

  /** Has the portal make a checkpoint of all records: a new client asks for what is not there. */
  private void askForCheckpoint() {
    MeshSession session = session("last");
    PersonalSession person = account(session);
    person.refresh();
    person.add(new PasswordProfile(true));
    session.profileAt("nobody@example.com");
  }

  /** Audits the portal from outside and its store, as its operator and an auditor would. */
  void requireCleanAudits() throws Exception {
    askForCheckpoint();
    Cli mirror = mirror();
    Cli verify = Cli.run("log", "verify", place.resolve("mirror").toString());
    for (Cli audit : List.of(follow(), mirror, verify, tree(), check())) {
      assertEquals(0, audit.code(), audit.out() + audit.errors());
    }
    assertTrue(mirror.out().contains("verified"), mirror.out());
    assertEquals(2, verify.out().lines().filter(line -> line.contains(" 0 failed")).count());
    System.err.println("audited: " + mirror.out() + verify.out());
  }

  /** The number that a query of the table {@code portal_log} gives. */
  int count(String query) throws Exception {
    try (Connection connection = DriverManager.getConnection(cluster.url());
        var statement = connection.createStatement()) {
      String schema;
      try (ResultSet row =
          statement.executeQuery(
              "SELECT schemaname FROM pg_tables WHERE tablename = 'store_state'")) {
        assertTrue(row.next());
        schema = row.getString(1);
      }
      connection.setSchema(schema);
      try (ResultSet row = statement.executeQuery(query)) {
        assertTrue(row.next());
        return row.getInt(1);
      }
    }
  }

  @Override
  public void close() throws Exception {
    connections.close();
    processes.forEach(Served::close);
    nginx.close();
    cluster.close();
  }
}
