package dev.meshsim.sim.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.profile.ConnectionStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodesOracleTest {

  private WatchedMesh mesh = new WatchedMesh("codes-compare");
  private Person desktop = mesh.machine("desktop").withAccount(Person.ALICE);

  private Person asking(String name) {
    Person person = mesh.machine(name);
    person.createDevice();
    person.connect(Person.ALICE);
    return person;
  }

  private void said(Person person, String word, Map<String, String> more, String... sentences) {
    SimEvent.Began began = new SimEvent.Began(person.name, word, more);
    mesh.tell(began);
    mesh.tell(new SimEvent.Ended(began, List.of(sentences), Optional.empty()));
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void honestCodesAreEqual(Dialect dialect) {
    mesh = new WatchedMesh(dialect, "codes-compare");
    desktop = mesh.machine("desktop").withAccount(Person.ALICE);
    Person phone = asking("phone");
    Person ring = asking("ring");
    assertTrue(desktop.connectPending(phone, ring).contains("same authenticator"));
    desktop.accept(phone);
    desktop.connectClose(ring, ConnectionStatus.REJECTED);
    assertEquals(List.of("accepted"), phone.await());
    assertEquals("rejected", ring.await().get(0));
    assertEquals("", mesh.text());
  }

  /** The portal shows the administrator the first request, when the device has made another. */
  private Person swapped() {
    Person phone = mesh.machine("phone");
    phone.createDevice();
    phone.connect(Person.ALICE);
    Bytes[] old = new Bytes[1];
    mesh.received =
        (request, response) -> {
          if (response.utf8().contains("Pending\":[{")) {
            old[0] = old[0] == null ? response : old[0];
            return old[0];
          }
          return response;
        };
    assertTrue(desktop.connectPending(phone).contains("same authenticator"));
    phone.connect(Person.ALICE);
    return phone;
  }

  @Test
  void anOldRequestHasAnotherCode() {
    Person phone = swapped();
    assertEquals(false, desktop.connectPending(phone).contains("same authenticator"));
    assertEquals("codes differ", desktop.accept(phone).get(0));
    assertEquals("codes differ", phone.await().get(0));
    assertEquals("", mesh.text());
  }

  @Test
  void equalCodesOfDifferentRequestsAreSeen() {
    Person phone = swapped();
    mesh.tell(new SimEvent.Began("desktop", "connectPending", Map.of()));
    desktop.personal.connectPending();
    SimEvent.Began began = new SimEvent.Began("desktop", "connectPending", Map.of());
    List<String> sentences = List.of("ok", "1 pending", "same authenticator");
    mesh.tell(new SimEvent.Ended(began, sentences, Optional.empty()));
    assertTrue(mesh.text().contains("for other requests than theirs"), mesh.text());
    said(desktop, "connectClose", Map.of("connectClose", "phone", "result", "ACCEPTED"), "ok");
    assertTrue(mesh.text().contains("found the same code for another request"), mesh.text());
    said(phone, "await", Map.of("await", "phone"), "accepted");
    assertEquals(3, mesh.violations().size(), mesh.text());
  }

  @Test
  void uncomparedCodesAreNotJudged() {
    Person phone = swapped();
    desktop.connectPending(phone);
    said(phone, "await", Map.of("await", "phone", "compare", "false"), "accepted");
    said(
        desktop,
        "connectClose",
        Map.of("connectClose", "phone", "result", "ACCEPTED", "compare", "false"),
        "ok");
    assertEquals("", mesh.text());
  }

  @Test
  void differentCodesOfOneRequestAreSeen() {
    Person phone = asking("phone");
    desktop.connectPending(phone);
    said(
        desktop,
        "connectClose",
        Map.of("connectClose", "phone", "result", "ACCEPTED"),
        "codes differ");
    assertTrue(mesh.text().contains("found other codes for the same request"), mesh.text());
    said(phone, "poll", Map.of("poll", "phone"), "codes differ");
    assertEquals(2, mesh.violations().size(), mesh.text());
    mesh.tell(new SimEvent.Began("desktop", "connectPending", Map.of()));
    desktop.personal.connectPending();
    SimEvent.Began began = new SimEvent.Began("desktop", "connectPending", Map.of());
    mesh.tell(new SimEvent.Ended(began, List.of("ok", "1 pending"), Optional.empty()));
    assertTrue(mesh.text().contains("shows other codes than the machines"), mesh.text());
  }

  @Test
  void aRestartedMachineHasItsRequestStill() {
    Person phone = asking("phone");
    phone.restart();
    assertTrue(desktop.connectPending(phone).contains("same authenticator"));
    desktop.restart();
    desktop.connectPending(phone);
    desktop.accept(phone);
    phone.await();
    assertEquals("", mesh.text());
  }

  @Test
  void aRequestThatAStoppedProgramHasMadeIsNotJudged() {
    Person phone = mesh.machine("phone");
    phone.createDevice();
    phone.run(
        "connect",
        Person.ALICE,
        Map.of(),
        () -> {
          phone.attempt = phone.session.connect(phone.device, Person.ALICE);
          phone.restart();
          return List.of("crashed");
        });
    mesh.tell(new SimEvent.Began("desktop", "connectPending", Map.of()));
    desktop.personal.connectPending();
    SimEvent.Began began = new SimEvent.Began("desktop", "connectPending", Map.of());
    mesh.tell(new SimEvent.Ended(began, List.of("ok", "1 pending"), Optional.empty()));
    assertEquals("", mesh.text());
  }
}
