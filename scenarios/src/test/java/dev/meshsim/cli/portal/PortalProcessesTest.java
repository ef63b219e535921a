package dev.meshsim.cli.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.cli.Cli;
import dev.meshsim.testing.Exhaustive;
import dev.meshsim.testing.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several {@code portal serve} on one PostgreSQL behind nginx. */
class PortalProcessesTest {

  private static final int ACCOUNTS = 12;

  /**
   * How many accounts and updates each client makes; {@code -Dmeshsim.load=2} is a shorter load.
   */
  private static final int ROUNDS = Integer.getInteger("meshsim.load", 6);

  private static final String MADE = "SELECT COUNT(*) FROM portal_log WHERE primary_key ";

  @TempDir private Path place;

  @BeforeEach
  void requireTools() throws Exception {
    assumeTrue(Files.isExecutable(Nginx.PROGRAM), "nginx is not installed");
  }

  private static void requireLongTests() throws Exception {
    assumeTrue(Exhaustive.on(), "long: -Dmeshsim.exhaustive=true runs it");
    assumeTrue(Cluster.programs().isPresent(), "PostgreSQL is not installed");
  }

  @Test
  void theRecipeIsAcceptedByNginx() throws Exception {
    Path keys = place.resolve("keys");
    Cli made = Cli.run("portal", "init", "--domain", "example.com", keys.toString());
    assertEquals(0, made.code(), made.errors());
    assertEquals(
        "", Nginx.check(place, keys.resolve("portal.pem"), keys.resolve("portal-key.pem")));
  }

  @Test
  void theSuitePassesWhileProcessesEndAndStart() throws Exception {
    requireLongTests();
    try (PortalGroup group = new PortalGroup(place, 3)) {
      FutureTask<Cli> playing = new FutureTask<>(() -> conformance(group));
      new Thread(playing, "suite").start();
      untilAccounts(group, playing, 8);
      group.kill(0);
      untilAccounts(group, playing, 16);
      assertEquals(143, group.stop(1));
      group.start(1);
      assertFalse(playing.isDone(), "the suite is played while the processes end and start");
      group.start(0);
      Cli suite = playing.get();
      assertEquals(0, suite.code(), suite.out() + suite.errors());
      assertTrue(suite.out().contains("33 rules kept, 0 broken, 1 not tried"), suite.out());
      System.err.println(suite.errors() + suite.out().lines().reduce("", (before, line) -> line));
      group.requireCleanAudits();
    }
  }

  private Cli conformance(PortalGroup group) {
    return Cli.run(
        "conformance",
        group.address(),
        "--cases",
        Golden.root().resolve("scenarios").toString(),
        "--out",
        place.resolve("results").toString());
  }

  /** Waits until so many accounts have been made by the suite. */
  private static void untilAccounts(PortalGroup group, FutureTask<Cli> playing, int accounts)
      throws Exception {
    while (group.count(MADE + "LIKE 'Account$%'") < accounts) {
      assertFalse(playing.isDone(), "the suite makes more accounts");
    }
  }

  /** Follows the log all the time, which must never seem to be another one or shorter. */
  private static Thread follower(PortalGroup group, StringBuffer faults, AtomicBoolean end) {
    Thread thread =
        new Thread(
            () -> {
              while (!end.get()) {
                Cli followed = group.follow();
                if (followed.errors().contains("the log ")) {
                  faults.append(followed.errors());
                }
              }
            },
            "follower");
    thread.start();
    return thread;
  }

  @Test
  void nothingIsLostOrDoneTwiceWhileProcessesAndTheServerEnd() throws Exception {
    requireLongTests();
    try (PortalGroup group = new PortalGroup(place, 3);
        Load load = new Load(group.portal())) {
      load.begin();
      StringBuffer faults = new StringBuffer();
      AtomicBoolean end = new AtomicBoolean();
      Thread follower = follower(group, faults, end);
      int versions = versions(group, load);
      long repeated =
          load.run(
              ROUNDS,
              true,
              () -> {
                group.kill(0);
                assertEquals(143, group.stop(1));
                group.start(1);
                group.cluster().crash();
                group.cluster().start();
                return null;
              });
      end.set(true);
      follower.join();
      assertTrue(repeated > 0, "the disturbance was noticed");
      assertEquals("", faults.toString());
      requireAccounts(group, Load.CLIENTS * ROUNDS);
      assertEquals(versions + Load.CLIENTS * ROUNDS, versions(group, load), "each version once");
      assertEquals(List.of(), load.lost(ROUNDS));
      group.requireCleanAudits();
    }
  }

  private static int versions(PortalGroup group, Load load) throws Exception {
    return group.count(MADE + "IN ('" + String.join("', '", load.applications()) + "')");
  }

  /** Each account has one record that creates it: none is lost, and none made twice. */
  private static void requireAccounts(PortalGroup group, int accounts) throws Exception {
    assertEquals(accounts, group.count(MADE + "LIKE 'Account$c%'"));
    assertEquals(
        accounts,
        group.count(
            "SELECT COUNT(DISTINCT primary_key) FROM portal_log"
                + " WHERE primary_key LIKE 'Account$c%'"));
  }

  @Test
  void throughputOfOneTwoAndThreeProcesses() throws Exception {
    requireLongTests();
    for (int n = 1; n <= 3; n++) {
      System.err.print(n + " processes: ");
      Path own = Files.createDirectory(place.resolve("of-" + n));
      try (PortalGroup group = new PortalGroup(own, n);
          Load load = new Load(group.portal())) {
        assertEquals(0, load.run(ACCOUNTS, false, () -> null));
        requireAccounts(group, Load.CLIENTS * ACCOUNTS);
        assertFalse(group.follow().errors().contains("the log "));
      }
    }
  }
}
