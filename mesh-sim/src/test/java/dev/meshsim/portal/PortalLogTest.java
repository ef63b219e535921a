package dev.meshsim.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.error.MeshException;
import dev.meshsim.log.LogName;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.session.ConnectionAttempt;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A portal over its two {@code .jlog} files, closed and opened again. */
class PortalLogTest {

  private static final String ALICE = "alice@example.com";

  @TempDir Path directory;

  private final SeededWorld world = World.seeded(21);
  private final List<String> warnings = new ArrayList<>();

  @Test
  void aPortalContinuesWhereItsLogsEnd() throws IOException {
    MeshMachineCached desktop = new MeshMachineCached(world, "desktop");
    MeshMachineCached ring = new MeshMachineCached(world, "ring");
    String code;
    try (MeshPortalDirect portal = open()) {
      MeshSession session = new MeshSession(desktop, portal);
      session.createAccount(ALICE, new PersonalProfile(session.createDevice().deviceProfile()));
      MeshSession onRing = new MeshSession(ring, portal);
      code = onRing.connect(onRing.createDevice(), ALICE).authenticator();
    }
    world.advance(Duration.ofSeconds(1));
    try (MeshPortalDirect portal = open()) {
      PersonalSession alice = new MeshSession(desktop, portal).personalSession(ALICE);
      var pending = alice.connectPending().pending();
      assertEquals(code, pending.get(0).authenticator());
      alice.connectClose(pending.get(0), ConnectionStatus.ACCEPTED, code);
    }
    world.advance(Duration.ofSeconds(1));
    try (MeshPortalDirect portal = open()) {
      ConnectionAttempt attempt =
          new MeshSession(ring, portal).connectionAttempt(ALICE).orElseThrow();
      assertEquals(2, attempt.await(code).personalProfile().devices().size());
      assertFalse(new MeshSession(ring, portal).validate(ALICE).valid());
    }
    assertTrue(warnings.isEmpty(), warnings.toString());
    for (LogName log : LogName.values()) {
      for (String line : Files.readAllLines(directory.resolve(log.fileName()))) {
        assertTrue(line.startsWith("{\"Header\":") || line.startsWith("{\"DataItem\":"), line);
      }
    }
  }

  @Test
  void aTornRecordIsCutWithAWarning() throws IOException {
    try (MeshPortalDirect portal = open()) {
      account(portal, ALICE);
    }
    Path portalLog = directory.resolve(LogName.PORTAL.fileName());
    Files.writeString(portalLog, "{\"DataItem\":{\"Trans", StandardOpenOption.APPEND);
    try (MeshPortalDirect portal = open()) {
      assertEquals(1, warnings.size(), warnings.toString());
      assertTrue(warnings.get(0).contains(LogName.PORTAL.fileName()), warnings.get(0));
      assertFalse(valid(portal, ALICE));
      account(portal, "bob@example.com");
    }
  }

  @Test
  void damageInTheMiddleIsAnErrorWithItsPlace() throws IOException {
    try (MeshPortalDirect portal = open()) {
      account(portal, ALICE);
      account(portal, "bob@example.com");
    }
    Path meshLog = directory.resolve(LogName.MESH.fileName());
    byte[] octets = Files.readAllBytes(meshLog);
    int second = new String(octets, java.nio.charset.StandardCharsets.UTF_8).indexOf('\n') + 3;
    octets[second] = 'X';
    Files.write(meshLog, octets);
    MeshException e = assertThrows(MeshException.class, this::open);
    assertTrue(e.problem().contains(LogName.MESH.fileName()), e.problem());
    assertTrue(e.problem().contains("line 2"), e.problem());
  }

  private void account(MeshPortalDirect portal, String account) {
    MeshSession session = new MeshSession(new MeshMachineCached(world, account), portal);
    session.createAccount(account, new PersonalProfile(session.createDevice().deviceProfile()));
  }

  private boolean valid(MeshPortalDirect portal, String account) {
    return new MeshClient(world, "test", portal, AccountName.parse(account)).validate().valid();
  }

  private MeshPortalDirect open() {
    return MeshPortalDirect.open(
        world,
        "example.com",
        directory.resolve(LogName.MESH.fileName()),
        directory.resolve(LogName.PORTAL.fileName()),
        warnings::add);
  }
}
