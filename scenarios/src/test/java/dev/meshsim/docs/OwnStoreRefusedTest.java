package dev.meshsim.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.files.FilesException;
import dev.meshsim.files.ModeBound;
import dev.meshsim.files.TreeSnapshot;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MachineException;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A person's own store that cannot be used: each failure names the place; nothing is changed. */
class OwnStoreRefusedTest {

  @TempDir private Path directory;
  private Path home;

  @BeforeEach
  void makeHome() throws IOException {
    home = Files.createDirectory(directory.resolve("home"));
  }

  private <T> T atHome(Supplier<T> action) {
    return TestHome.with(home, action);
  }

  private Path usualRoot(String store) {
    return atHome(() -> MachineStores.named(store).usualRoot().orElseThrow());
  }

  private MeshMachine production(String store) {
    return atHome(() -> MeshMachine.ofThisComputer(store));
  }

  private MeshMachine testing(String store) {
    return atHome(() -> MeshMachine.forTesting(store));
  }

  private static MeshPortalDirect portal() {
    return MeshPortalDirect.open(World.system(), "example.com", new MemoryPortalStore());
  }

  private static void makeDevice(MeshMachine machine) {
    try (machine) {
      new MeshSession(machine, portal()).createDevice();
    }
  }

  /** The store is not opened, and the failure names it; nothing in the home directory changes. */
  private MeshException refused(String store) {
    Map<Path, String> before = files(store);
    MeshException e = assertThrows(MeshException.class, () -> production(store).close());
    assertEquals(before, files(store), e::getMessage);
    assertTrue(e.place().startsWith(usualRoot(store).toString()), e::getMessage);
    assertFalse(e.hint().isBlank());
    return e;
  }

  /**
   * The files with their octets, and the names of directories, whose dates change with a lock file
   * that comes and goes. Of H2 the names only: it writes to a file when it opens it.
   */
  private Map<Path, String> files(String store) {
    Map<Path, String> files = TreeSnapshot.of(home);
    boolean named = store.equals("h2");
    files.replaceAll((path, status) -> named || Files.isDirectory(path) ? "there" : status);
    return files;
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "registry", "h2"})
  void testAndProductionDataAreNeverMixed(String store) {
    MeshPortalDirect portal = portal();
    try (MeshMachine own = production(store);
        MeshMachine test = testing(store)) {
      MeshSession session = new MeshSession(own, portal);
      var profile = new PersonalProfile(session.createDevice().deviceProfile());
      session.createAccount("alice@example.com", profile);
      MeshSession other = new MeshSession(test, portal);
      assertTrue(other.device().isEmpty());
      assertTrue(other.personalSession().isEmpty());
      other.createDevice();
      assertEquals(1, session.devices().size());
      other.eraseTest();
      assertTrue(other.devices().isEmpty());
      Failing.with(MachineException.Code.NOT_TEST_DATA, session::eraseTest);
      assertEquals(profile.udf(), session.personalSession().orElseThrow().udf());
    }
    assertTrue(atHome(() -> Files.exists(usualRoot(store))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "registry", "h2"})
  void aStoreThatOthersMayEnterIsRefused(String store) throws IOException {
    makeDevice(production(store));
    Path root = usualRoot(store);
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    MeshException e = refused(store);
    assertEquals(FilesException.Code.WIDE_MODE, e.errorCode());
    assertTrue(e.hint().contains("chmod go="), e::hint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "registry", "h2"})
  void aStoreOfAnotherUserIsRefused(String store) throws IOException {
    makeDevice(production(store));
    Path root = usualRoot(store);
    try {
      Files.setOwner(
          root,
          root.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    } catch (IOException e) {
      assumeTrue(false, "only the superuser can give a directory away");
    }
    MeshException e = refused(store);
    assertEquals(FilesException.Code.FOREIGN, e.errorCode());
    assertTrue(e.problem().contains("belongs to the user nobody"), e::problem);
  }

  @ParameterizedTest
  @CsvSource({
    "file, test/profiles.json, profiles.json, store.file.mode",
    "registry, CryptoMesh.reg, MathematicalMesh.reg, store.registry.syntax",
    "h2, machine-test.mv.db, machine-production.mv.db, store.database.wrong-content"
  })
  void aStoreOfTheOtherModeIsRefused(String store, String test, String production, String code)
      throws IOException {
    makeDevice(production(store));
    makeDevice(testing(store));
    Path root = usualRoot(store);
    Files.delete(root.resolve(production));
    Files.move(root.resolve(test), root.resolve(production));
    assertEquals(code, refused(store).code());
    Files.move(root.resolve(production), root.resolve(test));
    try (MeshMachine machine = testing(store)) {
      assertEquals(1, machine.devices().size(), "moved back, it is whole");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "registry", "h2"})
  void aStoreThatIsOpenIsNotOpenedAgain(String store) {
    try (MeshMachine open = production(store)) {
      FilesException.FileLocked e =
          assertThrows(FilesException.FileLocked.class, () -> production(store));
      assertTrue(e.place().startsWith(usualRoot(store).toString()), e::getMessage);
      new MeshSession(open, portal()).createDevice();
    }
    try (MeshMachine again = production(store)) {
      assertEquals(1, again.devices().size());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "registry", "h2"})
  void aHomeThatIsNotThereIsNotMade(String store) throws IOException {
    Files.delete(home);
    MeshException e = Failing.with(MachineException.Code.NO_HOME, () -> production(store));
    assertEquals(home.toString(), e.place());
    assertFalse(Files.exists(home));
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "registry", "h2"})
  void aFileInThePlaceOfTheStoreIsRefused(String store) throws IOException {
    Files.writeString(usualRoot(store), "mine");
    assertEquals(FilesException.Code.NOT_A_FILE, refused(store).errorCode());
  }

  @Test
  void aHomeThatCannotBeWrittenIsNamed() throws Exception {
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("r-x------"));
    String printed = ModeBound.run(directory, OpenOwnStores.class, home.toString());
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
    assertEquals(
        """
        file files.denied %1$s/.mmm
        registry files.denied %1$s/.mmm-registry
        h2 files.denied %1$s/.mmm-h2
        """
            .formatted(home),
        printed);
    try (var left = Files.list(home)) {
      assertEquals(0, left.count());
    }
  }
}
