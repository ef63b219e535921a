package dev.meshsim.machine;

import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.share.Secret;
import dev.meshsim.world.World;

/** Two administrators, new keys, new shares, a removal and a recovery over any two stores. */
public final class AdministratorFlow {

  private static final String ALICE = "alice@example.com";

  private AdministratorFlow() {}

  /**
   * Makes the phone an administrator, lets it share a password and change its keys, removes it, and
   * recovers the profile with new shares.
   *
   * @return the password as the desktop reads it in the end, {@code secret}
   */
  public static String run(World world, MachineStore desktop, MachineStore phone) {
    MeshPortalDirect portal = MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());
    MeshSession session = new MeshSession(new MeshMachine(world, "alice-desktop", desktop), portal);
    var alice =
        session.createAccount(ALICE, new PersonalProfile(session.createDevice().deviceProfile()));
    MeshSession other = new MeshSession(new MeshMachine(world, "alice-phone", phone), portal);
    var attempt = other.connectAsAdministrator(other.createDevice("phone", "A phone"), ALICE);
    String code = attempt.authenticator();
    alice.acceptAdministrator(alice.connectPending().withAuthenticator(code), code);
    var onThePhone = attempt.await(code);
    var passwords = new PasswordProfile(true);
    var application = onThePhone.add(passwords, false);
    application.addDevice(alice.thisDevice().identifier(), false);
    passwords.put("example.com", "alice", "secret");
    application.update();
    onThePhone.changeDeviceKeys();
    var phoneDevice = onThePhone.thisDevice().identifier();
    alice.removeDevice(phoneDevice);
    onThePhone.delete();
    var escrow = alice.renewEscrow(2, 3);
    alice.delete();
    try (Secret secret = new Secret(escrow.keyShares().subList(1, 3))) {
      alice = session.recover(secret, ALICE);
    }
    return alice
        .application(application.udf().text())
        .passwordProfile()
        .get("example.com")
        .orElseThrow()
        .password();
  }
}
