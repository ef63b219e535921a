package dev.meshsim.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.audit.LogVerdict;
import dev.meshsim.audit.LogVerify;
import dev.meshsim.audit.record.LogSource;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.migration.LogImport;
import dev.meshsim.portal.migration.ReferenceLogWriter;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.session.ConnectionAttempt;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.OfflineEscrowEntry;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs written in the old dialect are read back, verified and imported into a portal. */
class ReferenceRoundTripTest {

  private static final String ALICE = "alice@example.com";

  private final SeededWorld world = World.seeded(5);

  @Test
  void aPortalsLogsInTheReferencesSyntaxVerifyAndAnswer(@TempDir Path directory)
      throws IOException {
    PortalStore store = new MemoryPortalStore();
    MeshMachineCached machine = new MeshMachineCached(world, "desktop");
    String application;
    try (MeshPortalDirect portal = open(store)) {
      application = everything(new MeshSession(machine, portal), portal);
      List<Path> logs = write(store, directory);
      String text = Files.readString(logs.get(0));
      assertTrue(text.startsWith("{\n  \"Header\": {\n    \"Type\": \"Data\",\n"), text);
      assertTrue(text.contains("}}{\n  \"DataItem\": {\n    \"TransactionID\": \"TID:"), text);
      LogVerify.Result verified = LogVerify.verify(logs.stream().map(LogSource::of).toList());
      assertFalse(verified.failed(), verified.files().toString());
      for (LogVerdict file : verified.files()) {
        assertEquals(0, file.unreadable());
      }
      PortalStore copy = new MemoryPortalStore();
      LogImport.Report report = LogImport.run(logs, "example.com", copy);
      assertEquals(List.of(), report.notes());
      assertEquals(Dialect.PORTAL_2017, report.dialect());
      world.advance(Duration.ofSeconds(1));
      try (MeshPortalDirect again = open(copy)) {
        PersonalSession alice = new MeshSession(machine, again).personalSession(ALICE);
        assertEquals(2, alice.refresh().devices().size());
        PasswordProfile passwords = alice.application(application).passwordProfile();
        assertEquals("secret", passwords.get("example.com").orElseThrow().password());
      }
    }
  }

  private static String everything(MeshSession session, MeshPortalDirect portal) {
    PersonalProfile profile = new PersonalProfile(session.createDevice().deviceProfile());
    PersonalSession alice = session.createAccount(ALICE, profile);
    alice.escrow(new OfflineEscrowEntry(profile, 2, 3));
    MeshSession ring =
        new MeshSession(new MeshMachineCached(session.machine().world(), "ring"), portal);
    ConnectionAttempt attempt = ring.connect(ring.createDevice(), ALICE);
    alice.connectClose(
        alice.connectPending().pending().get(0),
        ConnectionStatus.ACCEPTED,
        attempt.authenticator());
    attempt.await(attempt.authenticator());
    ApplicationSession application = alice.add(new PasswordProfile(true), false);
    application.passwordProfile().put("example.com", "alice", "secret");
    application.update();
    return application.udf().text();
  }

  private static List<Path> write(PortalStore store, Path directory) throws IOException {
    List<Path> logs = new ArrayList<>();
    for (LogName log : LogName.values()) {
      Path file = directory.resolve(log.fileName());
      try (OutputStream out = Files.newOutputStream(file)) {
        ReferenceLogWriter.write(store, log, out);
      }
      logs.add(file);
    }
    return logs;
  }

  private MeshPortalDirect open(PortalStore store) {
    return MeshPortalDirect.open(world, "example.com", Dialect.PORTAL_2017, store);
  }
}
