package dev.meshsim.store.registry;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.SampleRecords;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A key sealed under the name of another, with the right password, fails by its fingerprint. */
class SwappedKeyTest extends RegistryFixture {

  @Test
  void aKeySealedUnderTheNameOfAnotherIsNamed() throws IOException {
    MachineRecord.Key mine = SampleRecords.key(KeySpec.ED25519);
    MachineRecord.Key other =
        SampleRecords.all().stream()
            .filter(r -> r instanceof MachineRecord.Key k && k.jwk().spec() == KeySpec.ED25519)
            .map(MachineRecord.Key.class::cast)
            .findFirst()
            .orElseThrow();
    try (MachineStore store = open()) {
      put(store, mine, other);
    }
    Path file = keyFile();
    try (KeyVault vault = KeyVault.open(DurableFiles.real(), layout())) {
      var sealed = new TreeMap<>(vault.read(file, Bytes.of(Files.readAllBytes(file))));
      String name = vault.friendlyName(mine.udf().text());
      sealed.put(name, sealed.get(vault.friendlyName(other.udf().text())));
      Files.write(file, vault.write(sealed, World.seeded(1).stream("alice", "store")).toArray());
    }
    MeshException e = assertThrows(MeshException.class, this::open);
    assertTrue(e.problem().startsWith(layout().hive() + ""), e::problem);
    assertTrue(e.problem().contains("is not the one of the fingerprint " + mine.udf()), e::problem);
  }

  private Path keyFile() throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files.filter(f -> f.toString().endsWith(".p12")).findFirst().orElseThrow();
    }
  }
}
