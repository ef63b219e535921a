package dev.meshsim.session;

import static dev.meshsim.session.ManyPortals.AT_ONE;
import static dev.meshsim.session.ManyPortals.AT_TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.session.application.PasswordProfile;
import java.util.List;
import java.util.function.Supplier;

/** A portal that is away while a machine publishes, and back after the machine was restarted. */
public final class PortalsFlow {

  private PortalsFlow() {}

  /**
   * Runs it.
   *
   * @param store the store of the desktop
   * @param reopen reopens it, if it keeps its content, and returns it
   */
  public static void run(MachineStore store, Supplier<MachineStore> reopen) {
    ManyPortals scene = new ManyPortals(Dialect.MESH, MemoryPortalStore::new, store);
    scene.away(AT_TWO, true);
    scene.desktop.add(new PasswordProfile(true).put("bank.example", "alice", "secret"));
    scene.desktop.renewEscrow(2, 3);
    scene.away(AT_TWO, false);
    MeshSession again =
        new MeshSession(new MeshMachine(scene.world, "desktop", reopen.get()), scene.portals());
    PersonalSession alice = again.personalSession(AT_TWO);
    assertEquals(List.of(AT_TWO), alice.accountsBehind());
    assertEquals(List.of(), alice.publishAgain());
    assertTrue(again.machine().behind(AT_TWO).isEmpty());
    scene.away(AT_ONE, true);
    String application = alice.applicationsOfType(PasswordProfile.TYPE).get(0).text();
    assertEquals(
        "secret",
        alice.application(application).passwordProfile().get("bank.example").get().password());
  }
}
