package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.share.KeyShare;
import dev.meshsim.share.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads like the listings of developer-08 section 6.3 to 6.10, in their order. */
class DeveloperDraftTest {

  @Test
  void theListingsOfSectionSix(@TempDir Path logs) {
    Path meshLog = logs.resolve("MeshLog.jlog");
    Path portalLog = logs.resolve("PortalLog.jlog");

    // 6.3 Creating a Mesh Session for Testing
    var portal = new MeshPortalDirect("example.com", meshLog, portalLog);
    MeshPortal.setDefault(portal);
    var meshSession = new MeshSession(new MeshMachineCached());
    meshSession.eraseTest();

    // 6.4 Checking that a Portal Account name is acceptable
    assertTrue(meshSession.validate("alice@example.com").valid());

    // 6.5 Creating a Personal Profile
    var device = meshSession.createDevice();
    var personalProfile = new PersonalProfile(device.deviceProfile());
    var personalSession = meshSession.createAccount("alice@example.com", personalProfile);

    // 6.6 Creating an Offline Escrow Entry
    var offlineEscrowEntry = new OfflineEscrowEntry(personalProfile, 2, 4);
    personalSession.escrow(offlineEscrowEntry);

    // 6.7 Deleting Profile Data
    personalSession.delete();

    // 6.8 Recovering Profile Data
    KeyShare[] recoveryShares = {
      offlineEscrowEntry.keyShares().get(0), offlineEscrowEntry.keyShares().get(2)
    };
    var secret = new Secret(recoveryShares);
    personalSession = meshSession.recover(secret, "alice@example.com");

    // 6.9 Connecting a New Device: on the new device
    var newDevice = new MeshSession(new MeshMachineCached());
    var deviceRegistration = newDevice.createDevice();
    var connect = newDevice.connect(deviceRegistration, "alice@example.com");

    // 6.9 Connecting a New Device: on the approval device
    var typed = connect.authenticator(); // a person types what the new device shows
    var request = personalSession.connectPending().withAuthenticator(typed);
    personalSession.connectClose(request, ConnectionStatus.ACCEPTED, typed);

    // 6.9 Connecting a New Device: on the new device, with the code that the approval device shows
    var ringSession = connect.await(request.authenticator());

    // 6.10 Managing Applications
    var passwordProfile = new PasswordProfile(true);
    var applicationSession = personalSession.add(passwordProfile, false);
    applicationSession.addDevice(deviceRegistration.udf(), false);
    passwordProfile.put("example.com", "alice", "secret");
    applicationSession.update();

    var onTheRing = ringSession.application(applicationSession.udf().text()).passwordProfile();
    assertEquals("secret", onTheRing.get("example.com").orElseThrow().password());
    assertEquals(2, ringSession.refresh().devices().size());
    portal.close();
  }

  @Test
  void theReadmeQuotesThisTest() throws IOException {
    String test =
        Files.readString(Path.of("src/test/java/dev/meshsim/session/DeveloperDraftTest.java"));
    String quoted =
        test.substring(test.indexOf("    // 6.3 Creating"), test.indexOf("\n    var onTheRing"))
            .stripTrailing();
    String readme = Files.readString(Path.of("../README.md"));
    assertTrue(
        readme.contains(quoted.replaceAll("(?m)^    ", "")),
        "README.md does not quote this test; copy it from here");
  }
}
