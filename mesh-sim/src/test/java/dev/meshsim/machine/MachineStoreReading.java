package dev.meshsim.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.error.Failing;
import dev.meshsim.files.FilesException;
import dev.meshsim.files.ModeBound;
import dev.meshsim.files.TreeSnapshot;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.store.StoreException;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A store that is opened for reading only gives all of its content and changes nothing. */
abstract class MachineStoreReading extends MachineStoreKeys {

  private static final Set<PosixFilePermission> WRITE = Set.of(PosixFilePermission.OWNER_WRITE);

  private RandomStream random() {
    return World.seeded(1).stream("reader", "store");
  }

  private MachineStore openForReading(StoreMode mode) {
    return provider().openForReading(places.resolve(DESKTOP), mode, random());
  }

  private void fillAndClose() {
    assumeTrue(whyItForgets().isEmpty(), whyItForgets());
    put(store(), SampleRecords.all());
    store().close();
  }

  @Test
  void readingGivesEverythingAndChangesNothing() {
    fillAndClose();
    MachineStore expected = new MemoryMachineStore(StoreMode.TEST);
    put(expected, SampleRecords.all());
    Map<Path, String> before = TreeSnapshot.of(places);
    try (MachineStore reading = openForReading(StoreMode.TEST)) {
      assertEquals(LogicalContent.of(expected), LogicalContent.of(reading));
      assertEquals(StoreMode.TEST, reading.mode());
      assertEquals(List.of(), reading.check());
      assertEquals(before, TreeSnapshot.of(places), "while it is open");
    }
    assertEquals(List.of(), provider().check(places.resolve(DESKTOP), StoreMode.TEST, random()));
    assertEquals(before, TreeSnapshot.of(places), "after it was closed");
    reopen();
    assertHolds(SampleRecords.all());
  }

  @Test
  void anEmptyStoreIsReadAsEmpty() {
    assumeTrue(whyItForgets().isEmpty(), whyItForgets());
    store().close();
    Map<Path, String> before = TreeSnapshot.of(places);
    try (MachineStore reading = openForReading(StoreMode.TEST)) {
      assertEquals("", LogicalContent.of(reading));
      assertEquals(List.of(), reading.check());
    }
    assertEquals(before, TreeSnapshot.of(places));
  }

  @Test
  void aStoreThatIsReadRefusesEveryChange() {
    fillAndClose();
    Map<Path, String> before = TreeSnapshot.of(places);
    MachineRecord device = SampleRecords.first(RecordKind.DEVICE);
    MachineStore reading = openForReading(StoreMode.TEST);
    try (reading) {
      Failing.with(StoreException.Code.READ_ONLY, () -> remove(reading, device));
      Failing.with(StoreException.Code.READ_ONLY, () -> put(reading, SampleRecords.all()));
      Failing.with(StoreException.Code.READ_ONLY, reading::eraseTest);
      assertEquals(device, reading.get(device.key()).orElseThrow());
    }
    assertThrows(IllegalStateException.class, () -> reading.get(device.key()));
    assertThrows(IllegalStateException.class, () -> remove(reading, device));
    assertEquals(before, TreeSnapshot.of(places));
  }

  @ParameterizedTest
  @EnumSource
  void whereThereIsNoStoreNothingIsReadAndNothingIsMade(StoreMode mode) throws IOException {
    Path absent = places.resolve("absent");
    Path empty = Files.createDirectory(places.resolve("empty"));
    Map<Path, String> before = TreeSnapshot.of(places);
    for (Path root : List.of(absent, empty)) {
      Failing.with(
          StoreException.Code.ABSENT, () -> provider().openForReading(root, mode, random()));
      Failing.with(StoreException.Code.ABSENT, () -> provider().check(root, mode, random()));
    }
    assertEquals(before, TreeSnapshot.of(places));
  }

  @Test
  void dataOfTheOtherModeIsNotRead() {
    fillAndClose();
    Failing.with(StoreException.Code.ABSENT, () -> openForReading(StoreMode.PRODUCTION));
  }

  @Test
  void filesThatAreOpenForChangesAreNotRead() {
    assumeTrue(provider().keepsFiles(), "the store has no files of its own");
    put(store(), firsts());
    Path root = places.resolve(DESKTOP);
    assertThrows(FilesException.FileLocked.class, () -> openForReading(StoreMode.TEST));
    assertThrows(
        FilesException.FileLocked.class, () -> provider().check(root, StoreMode.TEST, random()));
    put(store(), seconds());
  }

  @Test
  void twoMayReadAtOnce() {
    fillAndClose();
    try (MachineStore first = openForReading(StoreMode.TEST);
        MachineStore second = openForReading(StoreMode.TEST)) {
      assertEquals(LogicalContent.of(first), LogicalContent.of(second));
      second.close();
      assertFalse(LogicalContent.of(first).isEmpty());
    }
  }

  @Test
  void aClosedReaderClearsTheKeysItGaveOut() {
    fillAndClose();
    MachineStore reading = openForReading(StoreMode.TEST);
    PrivateJwk key;
    try (reading) {
      key = ((MachineRecord.Key) reading.list(RecordKind.PRIVATE_KEY).get(0)).jwk();
    }
    assertThrows(IllegalStateException.class, key::pkcs8);
  }

  @Test
  void directoriesThatCannotBeWrittenAreRead() throws Exception {
    assumeTrue(provider().keepsFiles(), "the store has no files of its own");
    fillAndClose();
    Path root = places.resolve(DESKTOP);
    setWritable(root, false);
    Map<Path, String> before = TreeSnapshot.of(root);
    String read = ModeBound.run(places, ReadMachineOnce.class, provider().name(), root.toString());
    assertEquals(before, TreeSnapshot.of(root));
    setWritable(root, true);
    assertEquals(SampleRecords.all().size() + " records, no finding\n", read);
  }

  private static void setWritable(Path root, boolean writable) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.toList()) {
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(path);
        if (writable) {
          mode.addAll(WRITE);
        } else {
          mode.removeAll(WRITE);
        }
        Files.setPosixFilePermissions(path, mode);
      }
    }
  }
}
