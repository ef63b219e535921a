package dev.meshsim.sim.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.sim.oracle.fact.KeySecrets;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretsOracleTest {

  private final WatchedMesh mesh = new WatchedMesh("secrets");
  private final Person desktop = mesh.machine("desktop").withAccount(Person.ALICE);

  private byte[] key() {
    MachineRecord.Key key =
        (MachineRecord.Key) mesh.store("desktop").list(RecordKind.PRIVATE_KEY).get(0);
    return KeySecrets.of(key.jwk()).get(0);
  }

  private void exchange(String request, String response) {
    mesh.tell(
        new SimEvent.Exchanged(
            "desktop", WatchedMesh.PORTAL, Bytes.utf8(request), Bytes.utf8(response)));
  }

  @Test
  void aKeyInARequestOrAResponseIsSeen() {
    String leak = "{\"d\":\"" + Bytes.of(key()).base64Url() + "\"}";
    exchange(leak, "{}");
    assertTrue(mesh.text().contains("a request of desktop has the private key"), mesh.text());
    exchange("{}", leak);
    assertTrue(mesh.text().contains("a response to desktop has the private key"), mesh.text());
    assertTrue(mesh.text().contains("in base64"), mesh.text());
    assertEquals(false, mesh.text().contains(Bytes.of(key()).base64Url()));
  }

  @Test
  void aKeyInTheTextOfAFailureIsSeen() {
    SimEvent.Began began = new SimEvent.Began("desktop", "refresh", Map.of());
    Throwable failure =
        new IllegalStateException("odd", new IllegalArgumentException(Bytes.of(key()).hex()));
    mesh.tell(new SimEvent.Ended(began, List.of(), Optional.of(failure)));
    assertTrue(mesh.text().contains("the failure of refresh on desktop"), mesh.text());
  }

  @Test
  void aKeyThatIsStoredAfterItWasSentIsSeen() {
    SimEvent.Began began = new SimEvent.Began("desktop", "createDevice", Map.of());
    SimEvent.Committed commit = new SimEvent.Committed("other", List.of(putOf(otherKey())));
    mesh.tell(new SimEvent.Began("other", "createDevice", Map.of()));
    mesh.tell(
        new SimEvent.Exchanged(
            "other",
            WatchedMesh.PORTAL,
            Bytes.utf8(Base64.getEncoder().encodeToString(KeySecrets.of(otherKey().jwk()).get(0))),
            Bytes.EMPTY));
    assertEquals("", mesh.text());
    mesh.tell(commit);
    mesh.tell(
        new SimEvent.Ended(
            new SimEvent.Began("other", "createDevice", Map.of()),
            List.of("ok"),
            Optional.empty()));
    assertTrue(mesh.text().contains("an earlier message of other has"), mesh.text());
    assertEquals("desktop", began.machine());
  }

  private static MachineRecord.Key otherKey() {
    WatchedMesh elsewhere = new WatchedMesh();
    elsewhere.machine("x").createDevice();
    return (MachineRecord.Key) elsewhere.store("x").list(RecordKind.PRIVATE_KEY).get(0);
  }

  private static MachineChange putOf(MachineRecord record) {
    return new MachineChange.Put(record);
  }

  @Test
  void aShareIsASecret() {
    byte[] share = "a share of sixteen octets".getBytes(StandardCharsets.UTF_8);
    try (SecretBytes secret = SecretBytes.copyOf(share)) {
      mesh.tell(new SimEvent.SecretMade("desktop", "share 2", secret));
    }
    exchange("x" + new String(share, StandardCharsets.UTF_8), "");
    assertTrue(mesh.text().contains("has desktop's share 2, raw"), mesh.text());
  }

  @Test
  void passwordsAndCanariesAreSecrets() {
    desktop.add();
    desktop.put("bank.com", "correct horse battery staple");
    desktop.put("mail.com", "canary-12");
    desktop.put("blog.com", "hunter2");
    desktop.update();
    assertEquals("", mesh.text());
    exchange("correct horse battery staple", "hunter2");
    exchange("", Base64.getEncoder().encodeToString("canary-12".getBytes(StandardCharsets.UTF_8)));
    assertEquals(2, mesh.violations().size(), mesh.text());
    assertTrue(mesh.text().contains("the password of put on desktop"), mesh.text());
  }

  @Test
  void whatAMachineReceivesIsSearchedToo() {
    mesh.received =
        (request, response) -> Bytes.utf8(response.utf8() + Bytes.of(key()).base64Url());
    desktop.run("refresh", "desktop", Map.of(), () -> List.of());
    assertEquals("", mesh.text());
    desktop.refresh();
    assertTrue(mesh.text().contains("a response to desktop"), mesh.text());
  }
}
