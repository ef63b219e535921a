package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.InterposedPortal;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.MeshPortals;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The program on the page about several portals. */
class PortalsExampleTest {

  private final SeededWorld world = World.seeded(1);

  private InterposedPortal portal(String domain) {
    return new InterposedPortal(
        MeshPortalDirect.open(world, domain, Dialect.MESH, new MemoryPortalStore()));
  }

  @Test
  void aPortalThatWasAwayIsMadeUpFor() {
    InterposedPortal one = portal("one.example");
    InterposedPortal two = portal("two.example");
    MeshMachine machine = new MeshMachineCached(world, "desktop");

    MeshSession session = new MeshSession(machine, MeshPortals.of(one, two));
    PersonalProfile profile = new PersonalProfile(session.createDevice().deviceProfile());
    PersonalSession alice = session.createAccount("alice@one.example", profile);
    alice.addAccount("alice@two.example");

    two.away(true);
    OfflineEscrowEntry escrow = alice.renewEscrow(2, 3);
    assertEquals(List.of("alice@two.example"), alice.accountsBehind());

    two.away(false);
    assertEquals(List.of(), alice.publishAgain());

    assertEquals(3, escrow.keyShares().size());
  }
}
