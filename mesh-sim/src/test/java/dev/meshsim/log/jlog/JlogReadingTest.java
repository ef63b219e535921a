package dev.meshsim.log.jlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Failing;
import dev.meshsim.files.TreeSnapshot;
import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStores;
import dev.meshsim.store.Finding;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs that need a repair are read and checked without one. */
class JlogReadingTest {

  private static final Instant T0 = Instant.parse("2019-04-04T00:00:00Z");

  @TempDir private Path directory;
  private Path mesh;
  private Path portal;
  private final World world = World.seeded(1);
  private final List<String> warnings = new ArrayList<>();

  @BeforeEach
  void writeLogs() {
    mesh = directory.resolve("mesh.jlog");
    portal = directory.resolve("portal.jlog");
    try (PortalStore store = PortalStores.named("jlog").open(directory, world, warnings::add)) {
      put(store, change(LogName.MESH, "MA"), change(LogName.PORTAL, "Account$a"));
      put(store, change(LogName.PORTAL, "Pending-MA"));
      put(store, change(LogName.MESH, "MB"));
    }
  }

  private static Change change(LogName log, String key) {
    return Change.create(log, key, List.of(), Bytes.utf8("{}"), T0);
  }

  private static void put(PortalStore store, Change... changes) {
    store.transact(
        tx -> {
          List.of(changes).forEach(tx::put);
          return null;
        });
  }

  private static int count(PortalStore store) {
    return store.scan(LogName.MESH, PageRequest.all()).items().size()
        + store.scan(LogName.PORTAL, PageRequest.all()).items().size();
  }

  private PortalStore openForReading() {
    return PortalStores.named("jlog").openForReading(directory, world, warnings::add);
  }

  private List<String> codes() {
    return PortalStores.named("jlog").check(directory, world).stream().map(Finding::code).toList();
  }

  /** Reads and checks; nothing may change. Then opening for changes repairs what was reported. */
  private void assertReported(int records, String warning, String... codes) {
    Map<Path, String> before = TreeSnapshot.of(directory);
    assertEquals(List.of(codes), codes());
    try (PortalStore store = openForReading()) {
      assertEquals(records, count(store));
      assertEquals(List.of(codes), store.check().stream().map(Finding::code).toList());
    }
    assertEquals(before, TreeSnapshot.of(directory));
    assertEquals(1, warnings.size(), warnings::toString);
    assertTrue(warnings.get(0).contains(warning), warnings.get(0));
    try (PortalStore store = PortalStores.named("jlog").open(directory, world, line -> {})) {
      assertEquals(records, count(store), "opening keeps what reading gave");
    }
    assertEquals(List.of(), codes());
  }

  private void cut(Path file, int octets) throws IOException {
    byte[] all = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(all, all.length - octets));
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "60"})
  void aTornTailIsReportedAndStays(int octets) throws IOException {
    cut(mesh, octets);
    assertReported(3, "octets after it are of changes that were never", "store.jlog.torn");
  }

  @Test
  void aTailOfZerosIsReportedAndStays() throws IOException {
    byte[] all = Files.readAllBytes(portal);
    Files.write(portal, Arrays.copyOf(all, all.length + 4096));
    assertReported(4, "the 4096 octets after it", "store.jlog.torn");
  }

  @Test
  void anUnfinishedTransactionIsReportedAndStays() throws IOException {
    List<String> lines = Files.readAllLines(mesh);
    Files.writeString(mesh, lines.get(0) + "\n" + lines.get(1) + "\n");
    Files.writeString(portal, Files.readAllLines(portal).get(0) + "\n");
    assertReported(0, mesh + ": read up to octet", "store.jlog.uncommitted");
  }

  @Test
  void anEmptyLogIsReportedAndStays() throws IOException {
    Files.writeString(portal, Files.readAllLines(portal).get(0) + "\n");
    Files.write(mesh, new byte[0]);
    assertReported(0, mesh + ": the header is not complete", "store.jlog.empty");
  }

  @Test
  void aTornHeaderIsReportedAndStays() throws IOException {
    Files.writeString(portal, Files.readAllLines(portal).get(0) + "\n");
    Files.writeString(mesh, "{\"Header\":{\"Ty");
    assertReported(0, mesh + ": the header is not complete", "store.jlog.empty");
  }

  @Test
  void aMissingLogIsReportedAndNotMade() throws IOException {
    Files.writeString(portal, Files.readAllLines(portal).get(0) + "\n");
    Files.delete(mesh);
    assertReported(0, mesh + ": there is no such log", "store.jlog.absent");
  }

  @ParameterizedTest
  @CsvSource({"absent", "empty"})
  void aLogThatLostItsRecordsIsReportedAndNotReadAsEmpty(String state) throws IOException {
    Files.delete(mesh);
    if (state.equals("empty")) {
      Files.write(mesh, new byte[0]);
    }
    Map<Path, String> before = TreeSnapshot.of(directory);
    assertEquals(List.of("store.jlog." + state, "store.jlog.mismatch"), codes());
    Failing.with(JlogException.Code.MISMATCH, this::openForReading);
    assertEquals(before, TreeSnapshot.of(directory));
  }

  @Test
  void everyDamagedLineIsReported() throws IOException {
    Files.writeString(mesh, Files.readString(mesh).replace("\"Action\"", "\"Akt\""));
    cut(portal, 1);
    Map<Path, String> before = TreeSnapshot.of(directory);
    assertEquals(List.of("store.jlog.damaged", "store.jlog.damaged", "store.jlog.torn"), codes());
    assertEquals(before, TreeSnapshot.of(directory));
  }

  @Test
  void aClaimThatAKilledProcessLeftStays() throws IOException {
    Files.writeString(directory.resolve("mesh.jlog.lock"), "process 99999999\n");
    Map<Path, String> before = TreeSnapshot.of(directory);
    assertEquals(List.of(), codes());
    try (PortalStore store = openForReading()) {
      assertEquals(4, count(store));
    }
    assertEquals(before, TreeSnapshot.of(directory));
  }
}
