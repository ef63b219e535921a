package dev.meshsim.cli.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.cli.Cli;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.http.MeshPortalRemote;
import dev.meshsim.portal.http.PortalAddress;
import dev.meshsim.portal.http.PortalConnections;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.testing.Exhaustive;
import dev.meshsim.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several {@code portal serve} on one PostgreSQL behind nginx. */
class PortalProcessesTest {

  private static final int CLIENTS = 64;
  private static final int ACCOUNTS = 12;
  private static final int ATTEMPTS = 400;

  @TempDir private Path place;

  @BeforeEach
  void requireTools() throws Exception {
    assumeTrue(Files.isExecutable(Nginx.PROGRAM), "nginx is not installed");
  }

  @Test
  void theRecipeIsAcceptedByNginx() throws Exception {
    Path keys = place.resolve("keys");
    Cli made = Cli.run("portal", "init", "--domain", "example.com", keys.toString());
    assertEquals(0, made.code(), made.errors());
    assertEquals(
        "", Nginx.check(place, keys.resolve("portal.pem"), keys.resolve("portal-key.pem")));
  }

  private Served serve(Cluster cluster, String root, int port) throws Exception {
    return new Served(
        place,
        List.of(
            "--domain",
            "example.com",
            "--store",
            "postgresql",
            "--root",
            root,
            "--listen",
            "127.0.0.1:" + port,
            "--rate-per-address",
            "0"),
        Map.of("MESH_SIM_POSTGRES", cluster.url()));
  }

  /** A person who creates accounts, and repeats each request until it is acknowledged. */
  private static int person(String name, MeshPortalRemote portal, CountDownLatch created) {
    int repeated = 0;
    for (int i = 0; i < ACCOUNTS; i++) {
      MeshSession session = new MeshSession(new MeshMachineCached(World.system(), name), portal);
      PersonalProfile profile = new PersonalProfile(session.createDevice().deviceProfile());
      repeated += create(session, name + "-" + i + "@example.com", profile);
      created.countDown();
    }
    return repeated;
  }

  private static int create(MeshSession session, String account, PersonalProfile profile) {
    for (int n = 0; ; n++) {
      try {
        session.createAccount(account, profile);
        return n;
      } catch (MeshException e) {
        // A process or the server is gone; the same request again must not act twice.
        if (n == ATTEMPTS) {
          throw e;
        }
        LockSupport.parkNanos(20_000_000);
      }
    }
  }

  /** Runs the load, and {@code disturbance} when a third of it is done. */
  private long load(Nginx nginx, Callable<Void> disturbance) throws Exception {
    CountDownLatch third = new CountDownLatch(CLIENTS * ACCOUNTS / 3);
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try (PortalConnections connections = PortalConnections.open()) {
      MeshPortalRemote portal =
          MeshPortalRemote.at(
              PortalAddress.parse(nginx.address()), "example.com", Dialect.MESH, connections);
      Instant begin = World.system().now();
      List<Future<Integer>> people = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        String name = "p" + i;
        people.add(threads.submit(() -> person(name, portal, third)));
      }
      third.await();
      disturbance.call();
      long repeated = 0;
      for (Future<Integer> one : people) {
        repeated += one.get();
      }
      long millis = Duration.between(begin, World.system().now()).toMillis();
      System.err.println(
          CLIENTS * ACCOUNTS
              + " accounts in "
              + millis
              + " ms, "
              + repeated
              + " requests repeated");
      return repeated;
    } finally {
      threads.shutdownNow();
    }
  }

  /** Each account has one record that creates it. */
  private static void requireSound(Cluster cluster) throws Exception {
    try (Connection connection = DriverManager.getConnection(cluster.url());
        var statement = connection.createStatement()) {
      String schema;
      try (ResultSet row =
          statement.executeQuery(
              "SELECT schemaname FROM pg_tables WHERE tablename = 'store_state'")) {
        assertTrue(row.next());
        schema = row.getString(1);
      }
      try (ResultSet row =
          statement.executeQuery(
              "SELECT COUNT(*), COUNT(DISTINCT primary_key) FROM "
                  + schema
                  + ".portal_log WHERE primary_key LIKE 'Account$p%'")) {
        assertTrue(row.next());
        assertEquals(CLIENTS * ACCOUNTS, row.getInt(1), "none is lost, and none made twice");
        assertEquals(CLIENTS * ACCOUNTS, row.getInt(2));
      }
    }
  }

  @Test
  void nothingIsLostOrDoneTwiceWhileProcessesAndTheServerEnd() throws Exception {
    assumeTrue(Exhaustive.on(), "long: -Dmeshsim.exhaustive=true runs it");
    assumeTrue(Cluster.programs().isPresent(), "PostgreSQL is not installed");
    List<Integer> ports = List.of(Nginx.freePort(), Nginx.freePort(), Nginx.freePort());
    List<Served> restarted = new ArrayList<>();
    try (Cluster cluster = Cluster.make();
        Served first = serve(cluster, "data", ports.get(0));
        Served second = serve(cluster, "data", ports.get(1));
        Served third = serve(cluster, "data", ports.get(2));
        Nginx nginx = Nginx.start(place, ports)) {
      assertTrue(third.id() > 0);
      load(
          nginx,
          () -> {
            first.kill();
            new ProcessBuilder("kill", "-TERM", second.id() + "").start().waitFor();
            second.ended();
            restarted.add(serve(cluster, "data", ports.get(1)));
            cluster.crash();
            cluster.start();
            return null;
          });
      requireSound(cluster);
    } finally {
      restarted.forEach(Served::close);
    }
  }

  @Test
  void throughputOfOneTwoAndThreeProcesses() throws Exception {
    assumeTrue(Exhaustive.on(), "long: -Dmeshsim.exhaustive=true runs it");
    assumeTrue(Cluster.programs().isPresent(), "PostgreSQL is not installed");
    for (int n = 1; n <= 3; n++) {
      List<Integer> ports = new ArrayList<>();
      List<Served> processes = new ArrayList<>();
      try (Cluster cluster = Cluster.make()) {
        for (int i = 0; i < n; i++) {
          ports.add(Nginx.freePort());
          processes.add(serve(cluster, "data", ports.get(i)));
        }
        System.err.print(n + " processes: ");
        try (Nginx nginx = Nginx.start(place, ports)) {
          assertEquals(0, load(nginx, () -> null));
        }
        requireSound(cluster);
      } finally {
        processes.forEach(Served::close);
      }
    }
  }
}
