package dev.meshsim.sim.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.jlog.JlogPortalStore;
import dev.meshsim.portal.service.RequestLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedWorkOracleTest {

  private static final Bytes GET = Bytes.utf8("{\"Hello\":{}}");
  private static final Bytes GOT =
      Bytes.utf8("{\"HelloResponse\":{\"Status\":201,\"StatusDescription\":\"done\"}}");
  private static final Bytes REFUSED =
      Bytes.utf8("{\"HelloResponse\":{\"Status\":500,\"StatusDescription\":\"failed\"}}");

  private final WatchedMesh mesh = new WatchedMesh("bounded-work");

  private void exchanged(Bytes request, Bytes response) {
    mesh.tell(new SimEvent.Exchanged("desktop", WatchedMesh.PORTAL, request, response));
  }

  @Test
  void theLimitsAreThoseOfThePortal() {
    assertEquals(RequestLimits.REQUEST_OCTETS, BoundedWorkOracle.REQUEST_OCTETS);
    assertEquals(RequestLimits.ENTRY_OCTETS, BoundedWorkOracle.ENTRY_OCTETS);
    assertEquals(
        RequestLimits.PENDING * RequestLimits.CONNECTION_REQUEST_OCTETS,
        BoundedWorkOracle.PENDING_OCTETS);
  }

  @Test
  void honestRequestsAreWithinTheBounds(@TempDir Path folder) {
    PortalStore store =
        JlogPortalStore.open(
            folder.resolve("mesh.jlog"),
            folder.resolve("portal.jlog"),
            DurableFiles.real(),
            warning -> {});
    try (store) {
      mesh.usePortalStore(WatchedMesh.PORTAL, store);
      ProfileOraclesTest.live(mesh);
    }
    assertEquals("", mesh.text());
  }

  private void scan() {
    PortalStore store = mesh.portalStore(WatchedMesh.PORTAL);
    for (int i = 0; i < 40; i++) {
      store.scan(LogName.MESH, PageRequest.all());
      store.transact(tx -> tx.latest(LogName.MESH, "nothing"));
      store.transact(tx -> tx.latest(LogName.PORTAL, "nothing"));
    }
  }

  @Test
  void aRequestThatReadsEverythingIsSeen() {
    Person desktop = mesh.machine("desktop").withAccount(Person.ALICE);
    mesh.machine("phone").connected(desktop);
    scan();
    exchanged(GET, GOT);
    assertTrue(mesh.text().contains("lookups and"), mesh.text());
  }

  @Test
  void readsBetweenRequestsAreNotTheirs() {
    mesh.machine("desktop").withAccount(Person.ALICE);
    scan();
    mesh.tell(new SimEvent.PortalRestarted(WatchedMesh.PORTAL));
    exchanged(GET, GOT);
    assertEquals("", mesh.text());
  }

  @Test
  void aReadThatWritesIsSeen(@TempDir Path folder) {
    PortalStore store =
        JlogPortalStore.open(
            folder.resolve("mesh.jlog"),
            folder.resolve("portal.jlog"),
            DurableFiles.real(),
            warning -> {});
    try (store) {
      mesh.usePortalStore(WatchedMesh.PORTAL, store);
      mesh.tell(new SimEvent.Began("desktop", "refresh", Map.of()));
      store.transact(
          tx -> {
            tx.put(Change.create(LogName.MESH, "k", List.of(), Bytes.utf8("{}"), mesh.now()));
            return 1;
          });
      exchanged(GET, GOT);
    }
    assertTrue(mesh.text().contains("octets written, over 0"), mesh.text());
  }

  @Test
  void longMessagesAreSeen() {
    String blank = " ".repeat(BoundedWorkOracle.REQUEST_OCTETS);
    exchanged(Bytes.utf8(blank + GET.utf8()), GOT);
    assertTrue(mesh.text().contains("has answered Hello of 629"), mesh.text());
    exchanged(GET, Bytes.utf8(REFUSED.utf8() + " ".repeat(16 * 1024)));
    assertTrue(mesh.text().contains("has answered Hello with 164"), mesh.text());
    exchanged(GET, Bytes.utf8(GOT.utf8() + " ".repeat(16 * 1024 * 1024)));
    assertTrue(mesh.text().contains("has answered Hello with 1677"), mesh.text());
  }

  @Test
  void anOperationWithoutEndIsSeen() {
    mesh.tell(new SimEvent.Began("desktop", "await", Map.of()));
    for (int i = 0; i < 1000; i++) {
      exchanged(GET, GOT);
    }
    assertEquals("", mesh.text());
    mesh.tell(new SimEvent.Began("desktop", "refresh", Map.of()));
    for (int i = 0; i < 1000; i++) {
      exchanged(GET, GOT);
    }
    assertTrue(mesh.text().contains("refresh on desktop has sent 1000 requests"), mesh.text());
  }
}
