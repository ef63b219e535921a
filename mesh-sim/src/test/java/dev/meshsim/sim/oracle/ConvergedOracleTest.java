package dev.meshsim.sim.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConvergedOracleTest {

  private WatchedMesh mesh = new WatchedMesh("machines-converge");
  private Person desktop = mesh.machine("desktop").withAccount(Person.ALICE);
  private Person phone = mesh.machine("phone").connected(desktop);

  /** The person has tried, and says that all went well. */
  private void tried(Person person, String word) {
    person.run(word, person.name, Map.of(), () -> List.of("ok"));
  }

  private void settle() {
    mesh.tell(new SimEvent.Settled());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whoHasCaughtUpIsSilent(Dialect dialect) {
    mesh = new WatchedMesh(dialect, "machines-converge");
    desktop = mesh.machine("desktop").withAccount(Person.ALICE);
    phone = mesh.machine("phone").connected(desktop);
    Person ring = mesh.machine("ring").connected(desktop);
    desktop.add(phone);
    phone.refresh();
    phone.openApplication();
    ring.refresh();
    desktop.put("bank.com", "secret");
    desktop.update();
    phone.openApplication();
    settle();
    assertEquals("", mesh.text());
  }

  @Test
  void whoHasAnOldProfileIsSeen() {
    mesh.machine("ring").connected(desktop);
    settle();
    assertEquals("", mesh.text());
    tried(phone, "refresh");
    settle();
    assertTrue(mesh.text().contains("phone has the version of"), mesh.text());
    assertEquals(1, mesh.violations().size(), mesh.text());
  }

  @Test
  void whoNamesTheReasonIsSilent() {
    mesh.machine("ring").connected(desktop);
    mesh.away.add(WatchedMesh.PORTAL);
    assertEquals(List.of("error portal.unreachable"), phone.refresh());
    settle();
    assertEquals("", mesh.text());
  }

  @Test
  void anUntypedFailureIsNoReason() {
    mesh.machine("ring").connected(desktop);
    SimEvent.Began began = new SimEvent.Began("phone", "refresh", Map.of());
    Throwable failure = new IllegalStateException("a bug");
    mesh.tell(new SimEvent.Ended(began, List.of(), Optional.of(failure)));
    settle();
    assertTrue(mesh.text().contains("phone has the version of"), mesh.text());
  }

  @Test
  void afterAPortalWentBackEverybodyTriesAgain() {
    mesh.machine("ring").connected(desktop);
    tried(phone, "refresh");
    mesh.tell(new SimEvent.PortalReplaced(WatchedMesh.PORTAL));
    settle();
    assertEquals("", mesh.text());
  }

  @Test
  void whoHasAnOldApplicationIsSeen() {
    desktop.add(phone);
    phone.refresh();
    phone.openApplication();
    desktop.put("bank.com", "secret");
    desktop.update();
    settle();
    assertEquals("", mesh.text());
    tried(phone, "application");
    settle();
    assertTrue(mesh.text().contains("phone has not the latest version of the app"), mesh.text());
  }

  @Test
  void aPortalThatLagsBehindAnAdministratorIsSeen() {
    String second = "alice@" + WatchedMesh.SECOND;
    desktop.run(
        "addAccount",
        second,
        Map.of(),
        () -> {
          desktop.personal.addAccount(second);
          return List.of("ok");
        });
    phone.run(
        "bindAccount",
        second,
        Map.of(),
        () -> {
          phone.personal.bindAccount(second);
          return List.of("ok");
        });
    settle();
    assertEquals("", mesh.text());
    mesh.away.add(WatchedMesh.SECOND);
    mesh.machine("ring").connected(desktop);
    phone.refresh();
    tried(desktop, "publishAgain");
    settle();
    assertTrue(mesh.text().contains("desktop has the version of"), mesh.text());
    assertEquals(false, mesh.text().contains("phone has the version of"), mesh.text());
  }
}
