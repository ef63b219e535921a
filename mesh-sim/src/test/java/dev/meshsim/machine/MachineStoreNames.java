package dev.meshsim.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.error.MeshException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The part of the contract that is about places: names, modes and machines. */
abstract class MachineStoreNames extends MachineStoreRules {

  static List<String> hostileNames() {
    return HostileNames.all();
  }

  @ParameterizedTest
  @MethodSource("hostileNames")
  void anAccountMayHaveAnyName(String name) throws IOException {
    assumeFiles();
    List<MachineRecord> records =
        List.of(
            new MachineRecord.Account(name, SampleRecords.profile()),
            SampleRecords.request(name),
            SampleRecords.behind(name),
            new MachineRecord.Default(RecordKind.ACCOUNT, name));
    put(store(), records);
    assertEquals(records.get(1), store().get(records.get(1).key()).orElseThrow());
    assertHolds(records);
    assertNothingElseWritten(DESKTOP);
    records.forEach(record -> remove(store(), record));
    assertHolds(List.of());
  }

  @ParameterizedTest
  @MethodSource("hostileNames")
  void aDeviceMayHaveAnyNameAndDescription(String name) throws IOException {
    assumeFiles();
    MachineRecord device = new MachineRecord.Device(SampleRecords.device(name, name));
    put(store(), device);
    assertHolds(List.of(device));
    assertNothingElseWritten(DESKTOP);
  }

  /** Elsewhere no name can become a path, and all names are tried at once. */
  private void assumeFiles() {
    assumeTrue(
        provider().keepsFiles(), "one name after the other only where names may become paths");
  }

  @Test
  void aDeviceIsDescribedAnewWithAnyName() {
    MachineRecord device = null;
    for (String name : HostileNames.all()) {
      device = new MachineRecord.Device(SampleRecords.device(name, name));
      put(store(), device);
      assertEquals(device, store().get(device.key()).orElseThrow());
    }
    assertHolds(List.of(device));
  }

  @Test
  void namesThatLookAlikeAreNotOne() {
    List<MachineRecord> records = new ArrayList<>();
    for (String name : HostileNames.all()) {
      records.add(new MachineRecord.Account(name, SampleRecords.profile()));
      records.add(SampleRecords.request(name));
      records.add(SampleRecords.behind(name));
    }
    put(store(), records);
    assertHolds(records);
    for (int i = 0; i < records.size(); i += 3) {
      remove(store(), records.get(i));
    }
    assertHolds(records.stream().filter(r -> r.key().kind() != RecordKind.ACCOUNT).toList());
  }

  /** Whatever a name says, only the directories of the test's machines are there. */
  private void assertNothingElseWritten(String... machines) throws IOException {
    try (Stream<Path> found = Files.list(places)) {
      Set<String> names = found.map(p -> p.getFileName().toString()).collect(Collectors.toSet());
      assertTrue(Set.of(machines).containsAll(names), names::toString);
    }
  }

  @Test
  void askingWhetherAStoreIsThereMakesNone() throws IOException {
    for (StoreMode mode : StoreMode.values()) {
      assertFalse(provider().isThere(places.resolve(RING), mode));
      assertFalse(provider().isThere(Files.createDirectory(places.resolve("empty" + mode)), mode));
      assertFalse(provider().isThere(places.resolve(RING), mode), "still");
    }
    assertNothingElseWritten(DESKTOP, "emptyTEST", "emptyPRODUCTION");
    for (StoreMode mode : StoreMode.values()) {
      assertEquals(0, places.resolve("empty" + mode).toFile().list().length);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStoreIsThereOnceItWasOpenedUnlessItForgets(StoreMode mode) {
    boolean keeps = whyItForgets().isEmpty();
    Path root = places.resolve(RING);
    MachineStore opened = open(RING, mode);
    assertEquals(keeps, provider().isThere(root, mode), "while it is open and empty");
    put(opened, SampleRecords.all());
    opened.close();
    assertEquals(keeps, provider().isThere(root, mode), "after it was closed");
    StoreMode other = mode == StoreMode.TEST ? StoreMode.PRODUCTION : StoreMode.TEST;
    assertFalse(provider().isThere(root, other), "of the other mode there is nothing");
  }

  @Test
  void theModeIsTheOneItWasOpenedIn() {
    assertEquals(StoreMode.TEST, store().mode());
    assertEquals(StoreMode.PRODUCTION, open(DESKTOP, StoreMode.PRODUCTION).mode());
  }

  @Test
  void testAndProductionDataNeverMeet() {
    MachineStore production = open(DESKTOP, StoreMode.PRODUCTION);
    put(store(), firsts());
    assertEquals("", LogicalContent.of(production));
    put(production, seconds());
    remove(production, SampleRecords.first(RecordKind.DEVICE));
    assertEquals(seconds().size(), LogicalContent.of(production).lines().count());
    assertHolds(firsts());
  }

  @Test
  void productionDataOpensAgainAsProductionDataAlone() {
    put(store(), firsts());
    MachineStore production = open(DESKTOP, StoreMode.PRODUCTION);
    put(production, seconds());
    String content = LogicalContent.of(production);
    reopen();
    production.close();
    assertEquals(content, LogicalContent.of(open(DESKTOP, StoreMode.PRODUCTION)));
  }

  @Test
  void eraseTestRemovesEverything() {
    put(store(), SampleRecords.all());
    store().eraseTest();
    assertHolds(List.of());
    put(store(), SampleRecords.all());
    assertHolds(SampleRecords.all());
  }

  @Test
  void eraseTestOfAnEmptyStoreDoesNothing() {
    store().eraseTest();
    store().eraseTest();
    assertHolds(List.of());
  }

  @Test
  void eraseTestIsRefusedInProduction() {
    MachineStore production = open(DESKTOP, StoreMode.PRODUCTION);
    put(production, SampleRecords.all());
    String content = LogicalContent.of(production);
    MeshException refused = Assertions.assertThrows(MeshException.class, production::eraseTest);
    assertEquals(MachineException.Code.NOT_TEST_DATA, refused.errorCode());
    assertEquals(content, LogicalContent.of(production));
  }

  @Test
  void eraseTestNeverReachesProductionData() {
    MachineStore production = open(DESKTOP, StoreMode.PRODUCTION);
    put(production, SampleRecords.all());
    put(store(), SampleRecords.all());
    String content = LogicalContent.of(production);
    store().eraseTest();
    assertEquals(content, LogicalContent.of(production));
    assertEquals(List.of(), production.check());
    if (whyItForgets().isEmpty()) {
      production.close();
      assertEquals(content, LogicalContent.of(open(DESKTOP, StoreMode.PRODUCTION)));
    }
  }

  @Test
  void machinesShareNothing() {
    MachineStore ring = open(RING, StoreMode.TEST);
    put(store(), firsts());
    put(ring, seconds());
    firsts().forEach(record -> remove(ring, record));
    assertHolds(firsts());
  }

  @Test
  void erasingOneMachineLeavesTheOther() {
    MachineStore ring = open(RING, StoreMode.TEST);
    put(store(), SampleRecords.all());
    put(ring, SampleRecords.all());
    ring.eraseTest();
    assertEquals("", LogicalContent.of(ring));
    assertHolds(SampleRecords.all());
  }
}
