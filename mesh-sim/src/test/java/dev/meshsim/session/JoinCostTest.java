package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.PortalWork;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.trust.VerificationWork;
import dev.meshsim.world.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A device joins an account that has many devices: the signatures that are verified do not depend
 * on how many, and the octets that are read grow as the profile does. Work is counted, not timed.
 */
class JoinCostTest {

  private static final String ALICE = "alice@example.com";

  private final World world = World.seeded(17);
  private final MeshPortalDirect portal =
      MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());
  private final MeshSession desktop =
      new MeshSession(new MeshMachineCached(world, "desktop"), portal);
  private final PersonalSession alice =
      desktop.createAccount(ALICE, new PersonalProfile(desktop.createDevice().deviceProfile()));

  /** The work of one join at the portal, at the administrator and at the device. */
  private record Cost(List<VerificationWork> parties, long profileOctets) {

    List<Long> signatures() {
      return parties.stream().map(VerificationWork::signatures).toList();
    }

    /** How often the octets of the profile were hashed, and parsed, by all three. */
    double passes() {
      VerificationWork all = parties.stream().reduce(VerificationWork.NONE, VerificationWork::plus);
      return (double) (all.octetsVerified() + all.octetsParsed()) / profileOctets;
    }
  }

  @Test
  void theWorkOfAJoinDoesNotDependOnTheNumberOfDevices() {
    Cost ten = joinAsDevice(10);
    Cost hundred = joinAsDevice(100);
    Cost threeHundred = joinAsDevice(300);
    assertEquals(ten.signatures(), hundred.signatures());
    assertEquals(ten.signatures(), threeHundred.signatures());
    assertTrue(ten.signatures().stream().allMatch(count -> count > 0), ten.toString());
    assertTrue(hundred.passes() <= ten.passes(), hundred + " after " + ten);
    assertTrue(threeHundred.passes() <= hundred.passes(), threeHundred + " after " + hundred);
  }

  private Cost joinAsDevice(int number) {
    List<SignedDeviceProfile> more = new ArrayList<>();
    for (int i = alice.personalProfile().devices().size() + 1; i < number; i++) {
      more.add(desktop.createDevice("device " + i, null).deviceProfile().signed());
    }
    alice.change(
        (profile, at) -> {
          var next = profile;
          for (SignedDeviceProfile device : more) {
            next = next.withDevice(device, at);
          }
          return next;
        });
    VerificationWork portalBefore = PortalWork.of(portal);
    VerificationWork adminBefore = desktop.context().verifier().work();

    MeshSession machine = new MeshSession(new MeshMachineCached(world, "m" + number), portal);
    ConnectionAttempt attempt = machine.connect(machine.createDevice("new", null), ALICE);
    String code = attempt.authenticator();
    alice.connectClose(
        alice.connectPending().withAuthenticator(code), ConnectionStatus.ACCEPTED, code);
    PersonalSession joined = attempt.await(code);

    assertEquals(number, joined.personalProfile().devices().size());
    return new Cost(
        List.of(
            PortalWork.of(portal).minus(portalBefore),
            desktop.context().verifier().work().minus(adminBefore),
            machine.context().verifier().work()),
        joined.personalProfile().signed().signedData().payload().length());
  }
}
