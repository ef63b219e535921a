package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.log.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.share.KeyShare;
import dev.meshsim.share.Secret;
import dev.meshsim.world.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads like the listings of developer-08 section 6.3 to 6.10, in their order. */
class DeveloperDraftTest {

  private final World world = World.seeded(8);

  @Test
  void theListingsOfSectionSix() {
    // 6.3 Creating a Mesh Session for Testing
    MeshPortalDirect portal = MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());
    MeshSession meshSession =
        new MeshSession(new MeshMachineCached(world, "alice-desktop"), portal);
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
    var recoveryShares =
        new KeyShare[] {
          offlineEscrowEntry.keyShares().get(0), offlineEscrowEntry.keyShares().get(2)
        };
    var secret = new Secret(recoveryShares);
    personalSession = meshSession.recover(secret, "alice@example.com");

    // 6.9 Connecting a New Device: on the new device
    MeshSession newDevice = new MeshSession(new MeshMachineCached(world, "alice-ring"), portal);
    var deviceRegistration = newDevice.createDevice();
    var connect = newDevice.connect(deviceRegistration, "alice@example.com");

    // 6.9 Connecting a New Device: on the approval device
    var pending = personalSession.connectPending();
    for (var request : pending.pending()) {
      assertEquals(connect.authenticator(), request.authenticator());
      personalSession.connectClose(request, ConnectionStatus.ACCEPTED);
    }
    var ringSession = connect.await();

    // 6.10 Managing Applications
    var passwordProfile = new PasswordProfile(true);
    var applicationSession = personalSession.add(passwordProfile, false);
    applicationSession.addDevice(deviceRegistration.udf(), false);
    passwordProfile.put("example.com", "alice", "secret");
    applicationSession.update();

    var onTheRing = ringSession.application(applicationSession.udf().text()).passwordProfile();
    assertEquals("secret", onTheRing.get("example.com").orElseThrow().password());
    assertEquals(
        List.of(device.udf(), deviceRegistration.udf()),
        List.copyOf(ringSession.refresh().devices().keySet()));
  }
}
