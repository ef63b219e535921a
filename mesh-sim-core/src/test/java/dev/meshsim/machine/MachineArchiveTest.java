package dev.meshsim.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.log.MemoryPortalStore;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PasswordProfile;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.world.World;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MachineArchiveTest {

  private final World world = World.seeded(31);
  private final MeshPortalDirect portal =
      MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());

  @Test
  void whatIsReadIsWhatWasWritten() {
    MeshMachine desktop = alice();
    MeshMachineCached asking = new MeshMachineCached(world, "asking");
    MeshSession session = new MeshSession(asking, portal);
    session.connect(session.createDevice(), "alice@example.com");
    for (MeshMachine machine : new MeshMachine[] {desktop, asking}) {
      SecretBytes archive = MachineArchive.write(machine.store());
      MachineStore copy = new MemoryMachineStore(StoreMode.TEST);
      assertTrue(MachineArchive.read(archive, copy) >= 6);
      assertEquals(archive, MachineArchive.write(copy));
    }
  }

  @Test
  void aCopiedMachineWorks() {
    MachineStore copy = new MemoryMachineStore(StoreMode.TEST);
    MachineArchive.read(MachineArchive.write(alice().store()), copy);
    MeshSession session = new MeshSession(new MeshMachine(world, "copy", copy), portal);
    assertTrue(session.personalSession("alice@example.com").connectPending().pending().isEmpty());
  }

  @Test
  void aStoreThatHoldsSomethingIsNotOverwritten() {
    SecretBytes archive = MachineArchive.write(alice().store());
    MeshMachineCached other = new MeshMachineCached(world, "other");
    new MeshSession(other, portal).createDevice();
    SecretBytes before = MachineArchive.write(other.store());
    MachineException e =
        assertThrows(MachineException.class, () -> MachineArchive.read(archive, other.store()));
    assertEquals(MachineException.NOT_EMPTY, e.code());
    assertEquals(before, MachineArchive.write(other.store()));
  }

  @Test
  void aBadLineIsNamedAndNothingIsImported() {
    byte[] good = MachineArchive.write(alice().store()).expose();
    String text = new String(good, StandardCharsets.UTF_8) + "{\"Account\":{}}\n";
    MachineStore copy = new MemoryMachineStore(StoreMode.TEST);
    MeshException e =
        assertThrows(
            MeshException.class,
            () ->
                MachineArchive.read(
                    SecretBytes.copyOf(text.getBytes(StandardCharsets.UTF_8)), copy));
    assertEquals(MachineException.BAD_ARCHIVE, e.code());
    assertTrue(e.problem().contains("line " + text.lines().count()), e.problem());
    assertTrue(copy.list(RecordKind.DEVICE).isEmpty());
  }

  private MeshMachine alice() {
    MeshMachineCached machine = new MeshMachineCached(world, "desktop");
    MeshSession session = new MeshSession(machine, portal);
    PersonalProfile profile = new PersonalProfile(session.createDevice().deviceProfile());
    session.createAccount("alice@example.com", profile).add(new PasswordProfile(true));
    return machine;
  }
}
