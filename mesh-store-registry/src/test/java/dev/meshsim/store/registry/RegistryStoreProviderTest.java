package dev.meshsim.store.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.machine.StoreMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A store is there as long as anything of it is, so that a new one never covers a lost hive. */
class RegistryStoreProviderTest extends RegistryFixture {

  private final RegistryStoreProvider provider = new RegistryStoreProvider();

  private boolean isThere() {
    return provider.isThere(home, StoreMode.TEST);
  }

  @Test
  void aStoreWithoutItsHiveIsStillThere() throws IOException {
    filled();
    assertTrue(isThere());
    Files.delete(layout().hive());
    assertTrue(isThere());
    for (Path directory : layout().fileDirectories()) {
      deleteFiles(directory);
    }
    assertFalse(isThere());
  }

  @Test
  void oneFileInEitherDirectoryIsEnough() throws IOException {
    filled();
    Files.delete(layout().hive());
    deleteFiles(layout().local());
    assertTrue(isThere());
    deleteFiles(layout().roaming());
    assertFalse(isThere());
    Files.createFile(layout().local().resolve("PrivateKeys.7.p12"));
    assertTrue(isThere());
  }

  @Test
  void otherFilesAndTheOtherModeAreNoStore() throws IOException {
    assertFalse(isThere());
    Files.createDirectories(layout().roaming());
    Files.createFile(layout().roaming().resolve("notes.xml"));
    Files.createFile(layout().roaming().resolve("PersonalProfile-A.99999999999.xml"));
    Files.createDirectories(layout().local().getParent());
    Files.createFile(layout().local());
    assertFalse(isThere());
    Files.createFile(layout().hive());
    assertTrue(isThere());
    assertFalse(provider.isThere(home, StoreMode.PRODUCTION));
  }

  @ParameterizedTest
  @CsvSource({
    "CryptoMesh.reg, true",
    "CryptoMesh.reg.unfinished, true",
    "CryptoMesh.lock, true",
    "AppData/Local/CryptoMesh, true",
    "AppData/Local/CryptoMesh/AccountPassword.txt.unfinished, true",
    "AppData/Local/CryptoMesh/PrivateKeys.7.p12, true",
    "MathematicalMesh.reg, false",
    "CryptoMesh.lock.unfinished, false",
    "notes.reg.unfinished, false",
    "AppData/Local/CryptoMesh/notes.xml, false",
    "AppData/PrivateKeys.7.p12, false"
  })
  void onlyNamesOfTestDataAreThisStores(Path name, boolean made) {
    assertEquals(made, provider.makes(name));
  }

  private static void deleteFiles(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }
}
