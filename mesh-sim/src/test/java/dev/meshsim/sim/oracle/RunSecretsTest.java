package dev.meshsim.sim.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.sim.oracle.fact.KeySecrets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The secrets of a run are found in what is written of it. */
class RunSecretsTest {

  private final RunSecrets secrets = new RunSecrets();

  private static MachineRecord.Key key() {
    WatchedMesh mesh = new WatchedMesh();
    mesh.machine("x").createDevice();
    return (MachineRecord.Key) mesh.store("x").list(RecordKind.PRIVATE_KEY).get(0);
  }

  private String found(String text) {
    return secrets.find(Bytes.utf8(text)).map(SecretIndex.Found::secret).orElse("");
  }

  @Test
  void aKeyIsFoundAlsoAfterItsMachineHasClearedIt() {
    MachineRecord.Key key = key();
    byte[] secret = KeySecrets.of(key.jwk()).get(0);
    assertEquals("", found(Bytes.of(secret).base64Url()));
    secrets.on(new SimEvent.Committed("phone", List.of(new MachineChange.Put(key))));
    key.jwk().close();
    assertEquals("the private key " + key.udf(), found("\"" + Bytes.of(secret).base64Url()));
    assertEquals("the private key " + key.udf(), found(Bytes.of(secret).hex()));
    assertEquals(List.of("phone"), secrets.machines());
  }

  @Test
  void aKeyOfACommitThatFailedIsASecretToo() {
    MachineRecord.Key key = key();
    byte[] secret = KeySecrets.of(key.jwk()).get(0);
    secrets.on(new SimEvent.CommitFailed("phone", List.of(new MachineChange.Put(key))));
    assertTrue(found(Bytes.of(secret).hex()).startsWith("the private key"));
  }

  @Test
  void sharesAndPasswordsAreFound() {
    byte[] share = "a share of sixteen octets".getBytes(StandardCharsets.UTF_8);
    try (SecretBytes made = SecretBytes.copyOf(share)) {
      secrets.on(new SimEvent.SecretMade("phone", "share 2", made));
    }
    secrets.on(new SimEvent.Began("phone", "put", Map.of("password", "pass-word")));
    secrets.on(
        new SimEvent.Began("phone", "put", Map.of("password", "short", "user", "longer-name")));
    assertEquals("share 2 of phone", found("x a share of sixteen octets"));
    assertEquals("the password of put", found("x pass-word"));
    assertEquals("", found("short longer-name"));
  }

  @Test
  void secretsThatWereKeptAreFoundAgain() {
    MachineRecord.Key key = key();
    secrets.on(new SimEvent.Committed("phone", List.of(new MachineChange.Put(key))));
    secrets.on(new SimEvent.Committed("laptop", List.of(new MachineChange.Put(key))));
    try (SecretBytes made =
        SecretBytes.copyOf("sixteen octets, x".getBytes(StandardCharsets.UTF_8))) {
      secrets.on(new SimEvent.SecretMade("phone", "share 2", made));
    }
    secrets.on(new SimEvent.Began("phone", "put", Map.of("password", "pass-word")));
    RunSecrets again = RunSecrets.of(secrets.all());
    assertEquals(secrets.all(), again.all());
    assertEquals(List.of("laptop", "phone"), again.machines());
    for (String text :
        List.of(
            Bytes.of(KeySecrets.of(key.jwk()).get(0)).hex(), "sixteen octets, x", "pass-word")) {
      assertTrue(again.find(Bytes.utf8(text)).isPresent(), text);
      assertEquals(secrets.find(Bytes.utf8(text)), again.find(Bytes.utf8(text)));
    }
  }

  @Test
  void whatIsNoEncryptionIsNotOpened() {
    secrets.on(new SimEvent.Committed("phone", List.of(new MachineChange.Put(key()))));
    for (String text : List.of("{}", "[]", "no JSON", "{\"ciphertext\":\"x\"}")) {
      assertEquals(Optional.empty(), secrets.open(Bytes.utf8(text), "phone", Dialect.MESH), text);
    }
  }
}
