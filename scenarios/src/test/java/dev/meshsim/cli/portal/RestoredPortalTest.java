package dev.meshsim.cli.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.cli.Cli;
import dev.meshsim.error.MeshException;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.testing.Exhaustive;
import dev.meshsim.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A portal on a PostgreSQL that is put back to an older copy of its data. */
class RestoredPortalTest {

  /** All but those of checkpoints, which a portal makes by itself when it starts. */
  private static final String RECORDS =
      "SELECT COUNT(*) FROM portal_log WHERE primary_key <> 'MapHead'";

  @TempDir private Path place;

  @BeforeEach
  void requireTools() throws Exception {
    assumeTrue(Exhaustive.on(), "long: -Dmeshsim.exhaustive=true runs it");
    assumeTrue(Files.isExecutable(Nginx.PROGRAM), "nginx is not installed");
    assumeTrue(Cluster.programs().isPresent(), "PostgreSQL is not installed");
  }

  private static MeshSession session(PortalGroup group, String machine) {
    return new MeshSession(new MeshMachineCached(World.system(), machine), group.portal());
  }

  private static PersonalSession account(MeshSession session, String name) {
    return session.createAccount(
        name + "@example.com", new PersonalProfile(session.createDevice().deviceProfile()));
  }

  private static void update(ApplicationSession passwords, String site) {
    passwords.passwordProfile().put(site, "user", "secret");
    passwords.update();
  }

  private static String refusal(PortalGroup group, String stranger) {
    MeshSession session = session(group, stranger);
    return assertThrows(PortalRefusedException.class, () -> account(session, stranger))
        .getMessage();
  }

  private static void requireUntouched(PortalGroup group, int records) throws Exception {
    assertEquals(records, group.count(RECORDS), "nothing was written");
    Cli check = group.check();
    assertEquals(0, check.code(), check.out() + check.errors());
  }

  @Test
  void aBackupThatIsRestoredBelowAPortalIsNoticedByTheNextChange() throws Exception {
    try (PortalGroup group = new PortalGroup(place, 1)) {
      MeshSession alice = session(group, "alice");
      ApplicationSession passwords = account(alice, "alice").add(new PasswordProfile(true));
      group.cluster().dump("backup");
      int records = group.count(RECORDS);
      update(passwords, "a.example");
      group.cluster().restore("backup");
      for (String stranger : new String[] {"bob", "carol"}) {
        String refused = refusal(group, stranger);
        assertTrue(refused.contains("the server has an older copy of the data"), refused);
      }
      assertTrue(session(group, "dave").profileAt("alice@example.com").isPresent(), "it reads on");
      requireUntouched(group, records);
      assertEquals(143, group.stop(0));
    }
  }

  @Test
  void aPortalThatHasShownMoreStopsOnACopyThatHasLess() throws Exception {
    try (PortalGroup group = new PortalGroup(place, 2)) {
      MeshSession alice = session(group, "alice");
      PersonalSession person = account(alice, "alice");
      ApplicationSession passwords = person.add(new PasswordProfile(true));
      person.refresh();
      String first = head(group.follow());
      group.cluster().copyTo("older");
      int records = group.count(RECORDS);
      for (int n = 0; head(group.follow()).equals(first); n++) {
        String site = n + ".example";
        until(() -> update(passwords, site));
        // To prove that there is no such account, the portal makes a checkpoint.
        assertTrue(alice.profileAt("nobody@example.com").isEmpty());
        person.refresh();
        assertTrue(n < 20, "a checkpoint is made");
      }
      group.cluster().copyTo("newest");
      int all = group.count(RECORDS);

      group.cluster().putBack("older");
      String stopped = untilRefused(group, "bob");
      assertTrue(stopped.contains("the portal has stopped: its log is not the one"), stopped);
      requireUntouched(group, records);
      startAgain(group);
      String noticed =
          assertThrows(MeshException.class, () -> update(passwords, "b.example")).code();
      assertTrue(
          List.of("transparency.rolled-back", "portal.refused-log-lost").contains(noticed),
          noticed);
      PortalRefusedException refused =
          assertThrows(PortalRefusedException.class, () -> person.transfer());
      assertEquals("portal.refused-log-lost", refused.code());
      Cli shorter = group.follow();
      assertEquals(2, shorter.code(), shorter.out() + shorter.errors());
      assertTrue(shorter.errors().contains("and its checkpoint has only"), shorter.errors());
      Cli tree = group.tree();
      assertEquals(1, tree.code(), tree.out() + tree.errors());
      requireUntouched(group, records);

      group.stop(0);
      group.stop(1);
      group.cluster().putBack("newest");
      group.start(0);
      group.start(1);
      assertEquals(all, group.count(RECORDS));
      until(() -> update(passwords, "b.example"));
      person.refresh();
      group.requireCleanAudits();
    }
  }

  /** The size of the log that was followed. */
  private static String head(Cli followed) {
    assertEquals(0, followed.code(), followed.errors());
    return followed.out().substring(0, followed.out().indexOf(','));
  }

  private static void startAgain(PortalGroup group) throws Exception {
    for (int i = 0; i < 2; i++) {
      assertEquals(143, group.stop(i));
      group.start(i);
    }
  }

  /** Repeats what fails while connections to the restarted server are made anew. */
  private static void until(Runnable request) {
    for (int n = 0; ; n++) {
      try {
        request.run();
        return;
      } catch (MeshException e) {
        if (n == 50) {
          throw e;
        }
      }
    }
  }

  /** The refusal of a portal that stops, once it reaches its server again. */
  private static String untilRefused(PortalGroup group, String stranger) {
    String refused = refusal(group, stranger);
    for (int n = 0; n < 50 && !refused.contains("stopped"); n++) {
      refused = refusal(group, stranger + n);
    }
    return refused;
  }
}
