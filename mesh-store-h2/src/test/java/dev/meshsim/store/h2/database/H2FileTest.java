package dev.meshsim.store.h2.database;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.files.FilesException;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.store.Finding;
import dev.meshsim.store.h2.RelationalStores;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals at the opening of a database, with their messages. */
class H2FileTest {

  @TempDir Path directory;

  private RandomStream random() {
    return World.seeded(1).stream("portal", "retry");
  }

  private PortalStore portal() {
    return RelationalStores.portal(directory, random());
  }

  private void execute(String... statements) throws SQLException {
    executeOn("portal", statements);
  }

  private void executeOn(String name, String... statements) throws SQLException {
    String url = "jdbc:h2:file:" + directory.resolve(name);
    try (Connection connection = DriverManager.getConnection(url, "mesh", "");
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Test
  void aPortalIsOpenOnce() {
    try (PortalStore store = portal()) {
      assertThrows(FilesException.FileLocked.class, this::portal);
      assertEquals(0, store.counts().syncs());
    }
    portal().close();
  }

  @Test
  void aRenamedTestDatabaseIsNoProductionDatabase() throws IOException {
    RelationalStores.machine(directory, StoreMode.TEST, random()).close();
    Files.move(
        directory.resolve("machine-test.mv.db"), directory.resolve("machine-production.mv.db"));
    MeshException e =
        Failing.with(
            DatabaseException.Code.WRONG_CONTENT,
            () -> RelationalStores.machine(directory, StoreMode.PRODUCTION, random()));
    assertTrue(e.problem().contains("machine-test"), e::problem);
  }

  @Test
  void aDatabaseThatDoesNotSayWhatItHoldsIsNotGuessed() throws Exception {
    RelationalStores.machine(directory, StoreMode.PRODUCTION, random()).close();
    executeOn("machine-production", "DELETE FROM store_state");
    Path renamed = directory.resolve("machine-test.mv.db");
    Files.move(directory.resolve("machine-production.mv.db"), renamed);
    for (int n = 0; n < 2; n++) {
      MeshException e =
          Failing.with(
              DatabaseException.Code.NO_CONTENT,
              () -> RelationalStores.machine(directory, StoreMode.TEST, random()));
      assertTrue(e.problem().startsWith(renamed + ": the row of store_state "), e::problem);
      assertTrue(e.hint().startsWith("restore the database from a copy"), e::hint);
    }
  }

  @Test
  void aPortalIsNoMachine() throws IOException {
    RelationalStores.machine(directory, StoreMode.TEST, random()).close();
    Files.move(directory.resolve("machine-test.mv.db"), directory.resolve("portal.mv.db"));
    assertThrows(MeshException.class, this::portal);
  }

  @Test
  void tablesOfALaterVersionAreRefused() throws SQLException {
    portal().close();
    int later = Schema.PORTAL.scripts().size() + 1;
    execute("INSERT INTO schema_version VALUES (" + later + ", 'portal/later.sql', 'x')");
    MeshException e = Failing.with(DatabaseException.Code.OTHER_SCHEMA, this::portal);
    assertTrue(e.problem().contains("version " + later), e::problem);
  }

  @Test
  void tablesOfAnotherScriptAreRefused() throws SQLException {
    portal().close();
    execute("UPDATE schema_version SET digest = 'x'");
    Failing.with(DatabaseException.Code.OTHER_SCHEMA, this::portal);
  }

  @Test
  void aMissingTableIsAnErrorThatNamesTheFile() throws SQLException {
    portal().close();
    execute("DROP VIEW portal_log", "DROP TABLE portal_record");
    try (PortalStore store = portal()) {
      MeshException e =
          Failing.with(
              DatabaseException.Code.FAILED, () -> store.scan(LogName.MESH, PageRequest.all()));
      assertTrue(e.problem().startsWith(directory.toString()), e::problem);
      assertFalse(e.problem().contains("\n"));
      assertTrue(e.hint().contains("restore the database from a copy"), e::hint);
      Finding finding = store.check().get(0);
      assertEquals(directory.resolve("portal.mv.db").toString(), finding.place());
      assertTrue(finding.problem().startsWith("could not read: "), finding::problem);
      assertEquals(e.hint(), finding.hint());
    }
  }

  @Test
  void aDatabaseWithoutOurTablesIsRefusedUntouched() throws Exception {
    execute("CREATE TABLE theirs (n INT)");
    Path file = directory.resolve("portal.mv.db");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    byte[] before = Files.readAllBytes(file);
    MeshException e = Failing.with(DatabaseException.Code.NOT_H2, this::portal);
    assertTrue(e.problem().startsWith(file + ": "), e::problem);
    assertTrue(e.problem().contains("no tables"), e::problem);
    assertArrayEquals(before, Files.readAllBytes(file));
  }

  @Test
  void aDatabaseWithAnotherPasswordIsAnErrorThatNamesTheFile() throws SQLException {
    portal().close();
    execute("ALTER USER mesh SET PASSWORD 'theirs'");
    MeshException e = Failing.with(DatabaseException.Code.FAILED, this::portal);
    assertTrue(e.problem().startsWith(directory + "/portal.mv.db: could not open it"), e::problem);
    assertTrue(e.problem().contains("Wrong user name or password"), e::problem);
    assertTrue(e.hint().contains("its user mesh was changed"), e::hint);
  }

  @Test
  void aDatabaseThatAnotherProgramHasOpenIsToBeClosedThere() throws SQLException {
    portal().close();
    String url = "jdbc:h2:file:" + directory.resolve("portal");
    try (Connection theirs = DriverManager.getConnection(url, "mesh", "")) {
      MeshException e = Failing.with(DatabaseException.Code.FAILED, this::portal);
      assertTrue(e.hint().contains("close it in the program"), e::hint);
      assertFalse(theirs.isClosed());
    }
    portal().close();
  }

  @Test
  void aMissingTableOfAMachineIsFoundOnce() throws SQLException {
    RelationalStores.machine(directory, StoreMode.TEST, random()).close();
    executeOn("machine-test", "DROP VIEW machine_data", "DROP TABLE machine_record");
    try (MachineStore store = RelationalStores.machine(directory, StoreMode.TEST, random())) {
      Finding finding = store.check().get(0);
      assertEquals(directory.resolve("machine-test.mv.db").toString(), finding.place());
      assertTrue(finding.problem().startsWith("could not read: "), finding::problem);
      assertTrue(finding.hint().contains("restore the database from a copy"), finding::hint);
    }
  }

  @Test
  void aFileThatOthersCanReadIsRefused() throws IOException {
    portal().close();
    Path file = directory.resolve("portal.mv.db");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Failing.with(FilesException.Code.WIDE_MODE, this::portal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxrwxrwx", "rwxr-xr-x", "rwx--x---"})
  void aMachinesDirectoryThatOthersMayEnterIsRefused(String mode) throws IOException {
    Path wide = Files.createDirectory(directory.resolve("wide"));
    Files.setPosixFilePermissions(wide, PosixFilePermissions.fromString(mode));
    MeshException e = Failing.with(FilesException.Code.WIDE_MODE, () -> machine(wide));
    assertTrue(e.problem().startsWith(wide + ": "), e::problem);
    assertTrue(e.problem().contains(mode), e::problem);
    assertArrayEquals(new String[0], wide.toFile().list(), "nothing is made");
    Files.setPosixFilePermissions(wide, PosixFilePermissions.fromString("rwx------"));
    machine(wide).close();
    Files.setPosixFilePermissions(wide, PosixFilePermissions.fromString(mode));
    Failing.with(FilesException.Code.WIDE_MODE, () -> machine(wide), "with a store in it as well");
  }

  private MachineStore machine(Path root) {
    return RelationalStores.machine(root, StoreMode.TEST, random());
  }

  /** A portal's records are what it answers to everybody. */
  @Test
  void aPortalsDirectoryMayBeEntered() throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    portal().close();
    portal().close();
  }

  @Test
  void anotherUsersFileIsRefused() throws IOException {
    portal().close();
    giveAway(directory.resolve("portal.mv.db"));
    FilesException.ForeignFile e = assertThrows(FilesException.ForeignFile.class, this::portal);
    assertTrue(e.problem().contains("nobody"), e::problem);
  }

  private static void giveAway(Path file) throws IOException {
    try {
      Files.setOwner(
          file,
          file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    } catch (IOException e) {
      assumeTrue(false, "only the superuser can give a file away");
    }
  }

  @Test
  void aPlantedLinkIsRefused() throws IOException {
    Path elsewhere = directory.resolve("elsewhere");
    Files.createSymbolicLink(directory.resolve("portal.mv.db"), elsewhere);
    assertThrows(FilesException.NotAFile.class, this::portal);
    assertFalse(Files.exists(elsewhere));
  }

  @Test
  void aDirectoryThatH2CannotBeToldIsRefused() throws IOException {
    for (String name : new String[] {"a;INIT=x", "a\\b"}) {
      Path bad = directory.resolve(name);
      Failing.with(DatabaseException.Code.BAD_PLACE, () -> RelationalStores.portal(bad, random()));
      assertFalse(Files.exists(bad));
    }
  }

  @Test
  void anOddDirectoryIsNoProblem() {
    for (String name : new String[] {"a b", "~", "caf\u00e9", "a:b", "a=b&c"}) {
      Path odd = directory.resolve(name);
      try (MachineStore store = RelationalStores.machine(odd, StoreMode.TEST, random())) {
        assertTrue(store.check().isEmpty());
      }
      assertTrue(Files.exists(odd.resolve("machine-test.mv.db")), name);
    }
  }

  @Test
  void anUnfinishedDatabaseIsMadeAgain() throws IOException {
    Path left = directory.resolve("portal.new.mv.db");
    Files.write(left, new byte[] {1, 2, 3});
    portal().close();
    assertFalse(Files.exists(left));
  }
}
