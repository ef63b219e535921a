package dev.meshsim.machine;

import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.OfflineEscrowEntry;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.share.KeyShare;
import dev.meshsim.share.Secret;
import dev.meshsim.world.World;

/** The listings of developer-08 section 6.3 to 6.10 over any two stores. */
public final class DraftFlow {

  private DraftFlow() {}

  /**
   * Creates a profile with an escrow entry, deletes and recovers it, connects a second machine and
   * shares a password with it.
   *
   * @return the password as the second machine reads it, {@code secret}
   */
  public static String run(World world, MachineStore desktop, MachineStore ring) {
    MeshPortalDirect portal = MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());
    MeshSession session = new MeshSession(new MeshMachine(world, "alice-desktop", desktop), portal);
    session.eraseTest();
    var profile = new PersonalProfile(session.createDevice().deviceProfile());
    var personal = session.createAccount("alice@example.com", profile);
    var escrow = new OfflineEscrowEntry(profile, 2, 4);
    personal.escrow(escrow);
    personal.delete();
    KeyShare[] shares = {escrow.keyShares().get(0), escrow.keyShares().get(2)};
    var recovered = session.recover(new Secret(shares), "alice@example.com");
    MeshSession other = new MeshSession(new MeshMachine(world, "alice-ring", ring), portal);
    var device = other.createDevice("ring", "A ring");
    var attempt = other.connect(device, "alice@example.com");
    recovered
        .connectPending()
        .pending()
        .forEach(
            request ->
                recovered.connectClose(
                    request, ConnectionStatus.ACCEPTED, attempt.authenticator()));
    var onTheRing = attempt.await(attempt.authenticator());
    var passwords = new PasswordProfile(true);
    var application = recovered.add(passwords, false);
    application.addDevice(device.udf(), false);
    passwords.put("example.com", "alice", "secret");
    application.update();
    return onTheRing
        .application(application.udf().text())
        .passwordProfile()
        .get("example.com")
        .orElseThrow()
        .password();
  }
}
