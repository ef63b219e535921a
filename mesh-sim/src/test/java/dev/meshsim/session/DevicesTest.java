package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MachineException;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.World;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The devices that a machine has already (developer-08 section 6.5: "if necessary"). */
class DevicesTest {

  private static final String ABSENT = "MDDK-7N6A-727A-JZNO-STRX-XKS7-DJAF";

  private final World world = World.seeded(14);
  private final MeshPortalDirect portal =
      MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());
  private final MeshMachine machine = new MeshMachineCached(world, "desktop");
  private final MeshSession session = new MeshSession(machine, portal);

  private static Optional<Udf> udf(Optional<DeviceRegistration> device) {
    return device.map(DeviceRegistration::udf);
  }

  @Test
  void aMachineWithoutADeviceHasNone() {
    assertEquals(List.of(), session.devices());
    assertTrue(session.device().isEmpty());
    assertEquals(List.of(), machine.devices());
  }

  @Test
  void aDeviceIsMadeOnceOnly() {
    Udf made = session.deviceOrNew().udf();
    assertEquals(made, session.deviceOrNew().udf());
    assertEquals(Optional.of(made), udf(new MeshSession(machine, portal).device()));
    assertEquals(1, machine.devices().size());
  }

  @Test
  void theDefaultIsGivenAndAllAreListed() {
    Udf first = session.createDevice().udf();
    Udf second = session.createDevice("ring", "A ring").udf();
    assertEquals(Optional.of(first), udf(session.device()));
    machine.edit().put(new MachineRecord.Default(RecordKind.DEVICE, second.text())).commit();
    assertEquals(Optional.of(second), udf(session.device()));
    assertEquals(
        Stream.of(first, second).sorted((a, b) -> a.text().compareTo(b.text())).toList(),
        session.devices().stream().map(DeviceRegistration::udf).toList());
    DeviceRegistration ring = session.device().orElseThrow();
    assertEquals("A ring", ring.deviceProfile().profile().description());
    assertEquals(machine, ring.deviceProfile().machine());
    assertEquals(session.context().suite(), ring.suite());
  }

  @Test
  void withoutItsDefaultTheFirstIsGiven() {
    Udf first = session.createDevice().udf();
    machine.edit().remove(RecordKind.DEFAULT, RecordKind.DEVICE.name()).commit();
    assertEquals(Optional.of(first), udf(session.device()));
    machine.edit().put(new MachineRecord.Default(RecordKind.DEVICE, ABSENT)).commit();
    assertEquals(Optional.of(first), udf(session.device()));
  }

  @Test
  void aDeviceOfTheOtherDialectIsNotGiven() {
    MeshPortalDirect old =
        MeshPortalDirect.open(world, "example.org", Dialect.PORTAL_2017, new MemoryPortalStore());
    MeshSession of2017 = new MeshSession(machine, old);
    Udf first = of2017.deviceOrNew().udf();
    assertTrue(session.device().isEmpty());
    assertTrue(session.devices().isEmpty());
    Udf second = session.deviceOrNew().udf();
    assertEquals(second, session.deviceOrNew().udf());
    assertEquals(first, of2017.deviceOrNew().udf());
    assertEquals(2, machine.devices().size());
  }

  @Test
  void aDeviceThatIsThereConnects() {
    MeshSession other = new MeshSession(new MeshMachineCached(world, "other"), portal);
    PersonalSession alice =
        other.createAccount(
            "alice@example.com", new PersonalProfile(other.createDevice().deviceProfile()));
    session.createDevice();
    DeviceRegistration found = new MeshSession(machine, portal).device().orElseThrow();
    ConnectionAttempt attempt = session.connect(found, "alice@example.com");
    String code = attempt.authenticator();
    PendingConnection pending = alice.connectPending().withAuthenticator(code);
    alice.connectClose(pending, ConnectionStatus.ACCEPTED, code);
    PersonalSession connected = attempt.await(pending.authenticator());
    assertEquals(found.udf(), connected.thisDevice().identifier());
  }

  @Test
  void aDeviceWithoutItsKeysIsRefusedBeforeAnythingIsSent() {
    Udf device = session.createDevice().udf();
    machine.edit().remove(RecordKind.PRIVATE_KEY, device.text()).commit();
    DeviceRegistration found = session.device().orElseThrow();
    MeshSession other = new MeshSession(new MeshMachineCached(world, "other"), portal);
    PersonalSession alice =
        other.createAccount(
            "alice@example.com", new PersonalProfile(other.createDevice().deviceProfile()));
    MachineException e =
        assertThrows(MachineException.class, () -> session.connect(found, "alice@example.com"));
    assertEquals(MachineException.Code.NO_PRIVATE_KEY, e.errorCode());
    assertTrue(alice.connectPending().pending().isEmpty());
    assertTrue(session.connectionAttempt("alice@example.com").isEmpty());
  }
}
