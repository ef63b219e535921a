package dev.meshsim.sim.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.RecordKind;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RemovedReadsNothingOracleTest {

  private static final Bytes DONE =
      Bytes.utf8("{\"PublishResponse\":{\"Status\":201,\"StatusDescription\":\"done\"}}");

  private WatchedMesh mesh;
  private Person desktop;
  private Person phone;
  private Person ring;
  private Bytes published = Bytes.EMPTY;

  /** A profile that the ring has left, with an application. */
  private void live(Dialect dialect) {
    mesh = new WatchedMesh(dialect, "removed-reads-nothing");
    desktop = mesh.machine("desktop").withAccount(Person.ALICE);
    phone = mesh.machine("phone").connected(desktop);
    ring = mesh.machine("ring").connected(desktop);
    mesh.received =
        (request, response) -> {
          published = request;
          return response;
        };
    desktop.add(phone, ring);
    mesh.received = (request, response) -> response;
    ring.refresh();
    phone.refresh();
    ring.openApplication();
    desktop.removeDevice(ring);
    desktop.put("bank.com", "secret");
    desktop.application.refresh();
    desktop.put("bank.com", "secret");
    assertEquals(List.of("ok"), desktop.update());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anHonestRemovalIsSilent(Dialect dialect) {
    live(dialect);
    phone.openApplication();
    phone.restart();
    assertEquals("error session.cannot-decrypt", ring.openApplication().get(0));
    assertEquals("", mesh.text());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aVersionForARemovedDeviceIsSeen(Dialect dialect) {
    live(dialect);
    mesh.tell(new SimEvent.Exchanged("desktop", WatchedMesh.PORTAL, published, DONE));
    assertEquals(1, mesh.violations().size(), mesh.text());
    assertTrue(mesh.text().contains("of no device of the profile"), mesh.text());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aStoredVersionForOthersIsSeen(Dialect dialect) {
    live(dialect);
    MachineRecord version = mesh.store("desktop").list(RecordKind.APPLICATION).get(0);
    mesh.watched("phone").commit(List.of(new MachineChange.Put(version)));
    assertEquals("", mesh.text());
    mesh.watched("ring").commit(List.of(new MachineChange.Put(version)));
    assertTrue(mesh.text().contains("ring has stored a version of"), mesh.text());
  }
}
