package dev.meshsim.log.jlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FilesException;
import dev.meshsim.files.TreeSnapshot;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LineWriter;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.WorkCount;
import dev.meshsim.store.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening of logs that were changed, cut or swapped. */
class JlogOpeningTest {

  private static final Instant T0 = Instant.parse("2019-04-04T00:00:00Z");

  @TempDir private Path directory;
  private Path mesh;
  private Path portal;
  private final List<String> warnings = new ArrayList<>();

  @BeforeEach
  void writeLogs() {
    mesh = directory.resolve("mesh.jlog");
    portal = directory.resolve("portal.jlog");
    try (PortalStore store = open()) {
      put(store, change(LogName.MESH, "MA"), change(LogName.PORTAL, "Account$a"));
      put(store, change(LogName.MESH, "MB"));
      put(store, change(LogName.PORTAL, "Pending-MA"));
      put(store, change(LogName.PORTAL, "Result-MC"));
    }
    assertEquals(List.of(), warnings);
  }

  @Test
  void theFilesAreOneObjectToALineWithAHeader() throws IOException {
    List<String> lines = Files.readAllLines(portal);
    assertEquals(
        "{\"Header\":{\"Type\":\"Data\",\"Content\":\"application/mesh-portal\","
            + "\"Comment\":\"Persistence store for Mesh Portal\"}}",
        lines.get(0));
    assertEquals(
        "{\"DataItem\":{\"TransactionID\":\"TID:2\",\"PrimaryKey\":\"Account$a\","
            + "\"Action\":\"New\",\"Added\":\"2019-04-04T00:00:00Z\",\"Keys\":[],"
            + "\"Text\":\"{\\\"of\\\":\\\"Account$a\\\"}\",\"Commit\":true}}",
        lines.get(1));
    assertEquals(4, lines.size());
    assertTrue(Files.readString(mesh).startsWith("{\"Header\":{\"Type\":\"Data\",\"Content\":"));
    assertTrue(Files.readString(mesh).contains("\"Pending\":true}}\n"));
    assertTrue(Files.readString(mesh).endsWith("\n"));
  }

  @Test
  void nothingButTheLogsIsLeftBehind() throws IOException {
    try (var names = Files.list(directory)) {
      assertEquals(List.of(mesh, portal), names.sorted().toList());
    }
  }

  @Test
  void anEmptyRunForcesNothing() throws IOException {
    Files.delete(mesh);
    Files.delete(portal);
    try (PortalStore store = open()) {
      assertEquals(0, store.counts().syncs());
    }
    try (PortalStore store = open()) {
      assertEquals(0, store.counts().syncs());
    }
    assertEquals(1, Files.readAllLines(mesh).size());
  }

  @Test
  void oneChangeCostsOneForce() {
    try (PortalStore store = open()) {
      put(store, change(LogName.PORTAL, "x"));
      WorkCount before = store.counts();
      put(store, change(LogName.PORTAL, "y"));
      assertEquals(1, store.counts().minus(before).syncs());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 30, 100})
  void aTornLastRecordIsCutWithAWarning(int octets) throws IOException {
    long whole = Files.size(portal);
    byte[] line = lastLine(portal);
    append(portal, new String(line, 0, octets, StandardCharsets.UTF_8));
    try (PortalStore store = open()) {
      assertEquals(5, count(store));
      put(store, change(LogName.PORTAL, "after"));
    }
    assertEquals(1, warnings.size());
    assertTrue(warnings.get(0).startsWith(portal + ": cut at octet " + whole), warnings.get(0));
    assertTrue(warnings.get(0).contains(" " + octets + " octets"), warnings.get(0));
    try (PortalStore store = open()) {
      assertEquals(6, count(store));
    }
    assertEquals(1, warnings.size());
  }

  @Test
  void aLastRecordWithoutItsLineFeedIsTorn() throws IOException {
    truncate(portal, Files.size(portal) - 1);
    try (PortalStore store = open()) {
      assertEquals(4, count(store));
    }
    assertEquals(1, warnings.size());
  }

  @Test
  void aLastRecordWithAnUnwrittenBlockIsTorn() throws IOException {
    String text = Files.readString(portal);
    int inLast = text.lastIndexOf("Result-MC");
    Files.writeString(portal, text.substring(0, inLast) + "\0\0\0\0" + text.substring(inLast + 4));
    try (PortalStore store = open()) {
      assertEquals(4, count(store));
    }
    assertEquals(1, warnings.size());
  }

  @Test
  void aTransactionWithoutItsCommitIsCut() throws IOException {
    truncate(portal, LineWriter.header(LogName.PORTAL).length);
    truncate(mesh, firstLines(mesh, 2));
    try (PortalStore store = open()) {
      assertEquals(0, count(store));
      put(store, change(LogName.PORTAL, "first"));
      assertEquals("TID:1", latest(store, LogName.PORTAL, "first").transactionId());
    }
    assertEquals(1, warnings.size());
    assertTrue(warnings.get(0).startsWith(mesh + ": cut at octet "), warnings.get(0));
  }

  @Test
  void aTornHeaderIsWrittenAgain() throws IOException {
    Files.delete(mesh);
    Files.delete(portal);
    Files.writeString(portal, "{\"Header\":{\"Ty");
    try (PortalStore store = open()) {
      put(store, change(LogName.PORTAL, "x"));
    }
    assertEquals(1, warnings.size());
    assertEquals(2, Files.readAllLines(portal).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Account$a\",", // a quote is missing
        "\"Action\":\"New\"",
        "\"TransactionID\":\"TID:2\"",
        "\"Added\":\"2019",
        "\"Commit\":true"
      })
  void damageInTheMiddleIsAnErrorThatNamesThePlace(String there) throws IOException {
    String text = Files.readString(portal);
    String broken = text.replaceFirst(java.util.regex.Pattern.quote(there), "?");
    assertNotEquals(text, broken);
    Files.writeString(portal, broken);
    JlogException.Damaged e = assertThrows(JlogException.Damaged.class, this::open);
    assertEquals(portal, e.file());
    assertEquals(2, e.line());
    assertEquals(LineWriter.header(LogName.PORTAL).length, e.offset());
    assertTrue(e.problem().startsWith(portal + ": line 2, at octet " + e.offset()), e.problem());
    assertEquals(broken, Files.readString(portal), "nothing was changed");
    assertEquals("store.jlog.damaged", JlogPortalStore.check(mesh, portal, files()).get(0).code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"DataItem\":{\"TransactionID\":\"TID:6\",\"TransactionID\":\"TID:6\","
            + "\"PrimaryKey\":\"k\",\"Action\":\"Delete\",\"Added\":\"2019-04-04T00:00:00Z\"}}",
        "{\"DataItem\":{\"TransactionID\":\"TID:6\",\"PrimaryKey\":\"k\",\"Unknown\":1,"
            + "\"Action\":\"Delete\",\"Added\":\"2019-04-04T00:00:00Z\"}}",
        "{\"DataItem\":{\"TransactionID\":\"TID:6\",\"PrimaryKey\":\"k\","
            + "\"Action\":\"New\",\"Added\":\"2019-04-04T00:00:00Z\"}}",
        "{\"DataItem\":{\"TransactionID\":\"TID:6\",\"PrimaryKey\":\"k\","
            + "\"Action\":\"Drop\",\"Added\":\"2019-04-04T00:00:00Z\"}}",
        "{\"DataItem\":{\"TransactionID\":\"TID:6\",\"PrimaryKey\":\"k\","
            + "\"Action\":\"Delete\",\"Added\":\"2019-02-30T00:00:00Z\"}}",
        "{\"DataItem\":{\"TransactionID\":\"TID:2\",\"PrimaryKey\":\"k\","
            + "\"Action\":\"Delete\",\"Added\":\"2019-04-04T00:00:00Z\"}}",
        "{\"DataItem\":{\"TransactionID\":\"TID:6\",\"PrimaryKey\":\"Account$a\","
            + "\"PriorTransactionID\":\"TID:1\","
            + "\"Action\":\"Delete\",\"Added\":\"2019-04-04T00:00:00Z\"}}",
        "{\"DataItem\":{\"TransactionID\":\"TID:6\",\"PrimaryKey\":\"\","
            + "\"Action\":\"Delete\",\"Added\":\"2019-04-04T00:00:00Z\"}}",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
        "null",
        ""
      })
  void aWholeLineThatIsNoRecordOfOursIsAnError(String line) throws IOException {
    append(portal, line + "\n");
    JlogException.Damaged e = assertThrows(JlogException.Damaged.class, this::open);
    assertEquals(5, e.line());
  }

  @Test
  void aRecordInAnotherLayoutIsReadAllTheSame() throws IOException {
    append(
        portal,
        "{ \"DataItem\" : { \"PrimaryKey\":\"k\\u00e9\\ud83d\\ude00\","
            + " \"TransactionID\":\"TID:6\",\"Action\":\"New\",\"Added\":\"2020-02-29T00:00:00.5Z\",\"Text\":\"\\u20ac\\/\"}}\n");
    try (PortalStore store = open()) {
      DataItem item = latest(store, LogName.PORTAL, "k\u00e9\uD83D\uDE00");
      assertEquals(Bytes.utf8("\u20AC/"), item.text());
      assertEquals(Instant.parse("2020-02-29T00:00:00.5Z"), item.added());
    }
  }

  @Test
  void aLineLongerThanTheLimitIsAnErrorInBoundedMemory() throws IOException {
    append(portal, "{\"DataItem\":{\"Text\":\"");
    byte[] much = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < 20; i++) {
      Files.write(portal, much, StandardOpenOption.APPEND);
    }
    JlogException.Damaged e = assertThrows(JlogException.Damaged.class, this::open);
    assertTrue(e.problem().contains("longer than"), e.problem());
  }

  @Test
  void aMissingLineIsAnErrorAndNotAGap() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(portal));
    lines.remove(2);
    Files.writeString(portal, String.join("\n", lines) + "\n");
    MeshException e = Failing.with(JlogException.Code.MISMATCH, this::open);
    assertTrue(e.problem().contains("lacks the record TID:4"), e.problem());
  }

  @Test
  void anOlderCopyOfOneLogIsAnError() throws IOException {
    byte[] older = Files.readAllBytes(portal);
    byte[] olderMesh = Files.readAllBytes(mesh);
    try (PortalStore store = open()) {
      put(store, change(LogName.PORTAL, "x"));
      put(store, change(LogName.MESH, "y"));
    }
    byte[] newerMesh = Files.readAllBytes(mesh);
    Files.write(portal, older);
    Failing.with(JlogException.Code.MISMATCH, this::open);
    assertEquals(newerMesh.length, Files.size(mesh), "nothing was cut");
    assertEquals("store.jlog.mismatch", JlogPortalStore.check(mesh, portal, files()).get(0).code());
    Files.write(mesh, olderMesh);
    open().close();
  }

  @Test
  void logsThatAreRefusedStayAsTheyAreAndAMissingOneIsNotMade() throws IOException {
    Files.delete(mesh);
    Map<Path, String> before = TreeSnapshot.of(directory);
    Failing.with(JlogException.Code.MISMATCH, this::open);
    assertSame(before);
    Files.write(mesh, new byte[0]);
    Map<Path, String> empty = TreeSnapshot.of(directory);
    Failing.with(JlogException.Code.MISMATCH, this::open);
    assertSame(empty);
  }

  private void assertSame(Map<Path, String> before) {
    // The claims were made and deleted in the directory, which has another date.
    Map<Path, String> after = TreeSnapshot.of(directory);
    after.put(directory, before.get(directory));
    assertEquals(before, after);
  }

  @Test
  void swappedLogsAreAnError() {
    Failing.with(
        JlogException.Code.SWAPPED,
        () -> JlogPortalStore.open(portal, mesh, files(), warnings::add));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Header\":{\"Type\":\"Index\",\"Content\":\"application/mesh-portal\"}}\n",
        "{\"Header\":{\"Type\":\"Data\",\"Content\":\"text/plain\"}}\n",
        "{\"DataItem\":{}}\n",
        "not json\n",
        "not json, no line feed",
        "[]\n",
        "{\"Header\":7}\n"
      })
  void aFileThatIsNoLogIsAnErrorAndStaysAsItIs(String text) throws IOException {
    Files.writeString(portal, text);
    Failing.with(JlogException.Code.HEADER, this::open);
    assertEquals(text, Files.readString(portal));
    assertEquals("store.jlog.header", JlogPortalStore.check(mesh, portal, files()).get(0).code());
  }

  @Test
  void aStoreIsOpenedOnce() {
    try (PortalStore store = open()) {
      FilesException.FileLocked e = assertThrows(FilesException.FileLocked.class, this::open);
      assertTrue(e.problem().contains("this process"), e.problem());
      put(store, change(LogName.MESH, "still works"));
    }
    open().close();
  }

  @Test
  void oneFileForBothLogsIsRefused() {
    assertThrows(
        MeshException.class, () -> JlogPortalStore.open(mesh, mesh, files(), warnings::add));
    open().close();
  }

  @Test
  void aSymbolicLinkOrADirectoryInTheirPlaceIsRefused() throws IOException {
    Path target = directory.resolve("elsewhere");
    Files.move(portal, target);
    Files.createSymbolicLink(portal, target);
    assertThrows(FilesException.NotAFile.class, this::open);
    Files.delete(portal);
    Files.createDirectory(portal);
    assertThrows(FilesException.NotAFile.class, this::open);
  }

  @Test
  void aMissingDirectoryIsNamed() {
    Path absent = directory.resolve("absent");
    MeshException e =
        Failing.with(
            FilesException.Code.MISSING,
            () ->
                JlogPortalStore.open(absent.resolve("mesh.jlog"), portal, files(), warnings::add));
    assertEquals(absent.toString(), e.place());
  }

  @Test
  void checkListsAllFindingsAtOnceAndChangesNothing() throws IOException {
    String text = Files.readString(portal);
    Files.writeString(portal, text.replace("\"Action\"", "\"Akt\"") + "{\"torn");
    Files.writeString(mesh, Files.readString(mesh).replace("MB", "M\tB"));
    List<Finding> findings = JlogPortalStore.check(mesh, portal, files());
    assertEquals(
        List.of(
            "store.jlog.damaged",
            "store.jlog.damaged",
            "store.jlog.damaged",
            "store.jlog.damaged",
            "store.jlog.torn"),
        findings.stream().map(Finding::code).toList());
    assertTrue(findings.get(0).place().contains("mesh.jlog line 3"), findings.get(0).place());
    assertFalse(findings.get(4).hint().isEmpty());
  }

  @Test
  void checkOfAnOpenStoreSeesWhatHappenedToItsFiles() throws IOException {
    try (PortalStore store = open()) {
      assertEquals(List.of(), store.check());
      Files.writeString(portal, Files.readString(portal).replace("Pending-MA", "Pending-\0A"));
      assertEquals("store.jlog.damaged", store.check().get(0).code());
    }
  }

  @Test
  void aRecordThatChangedUnderTheStoreIsNotReturned() throws IOException {
    try (PortalStore store = open()) {
      String text = Files.readString(portal);
      Files.writeString(portal, text.replace("TID:4", "TID:9"));
      Failing.with(JlogException.Code.CHANGED, () -> latest(store, LogName.PORTAL, "Pending-MA"));
    }
  }

  @Test
  void aClosedStoreSaysSo() {
    PortalStore store = open();
    store.close();
    store.close();
    assertThrows(IllegalStateException.class, () -> put(store, change(LogName.MESH, "x")));
  }

  private PortalStore open() {
    return JlogPortalStore.open(mesh, portal, files(), warnings::add);
  }

  private static DurableFiles files() {
    return DurableFiles.real();
  }

  private static Change change(LogName log, String key) {
    return Change.create(log, key, List.of(), Bytes.utf8("{\"of\":\"" + key + "\"}"), T0);
  }

  private static void put(PortalStore store, Change... changes) {
    store.transact(
        tx -> {
          List.of(changes).forEach(tx::put);
          return null;
        });
  }

  private static DataItem latest(PortalStore store, LogName log, String key) {
    return store.transact(tx -> tx.latest(log, key)).orElseThrow();
  }

  private static int count(PortalStore store) {
    return store.scan(LogName.MESH, PageRequest.all()).items().size()
        + store.scan(LogName.PORTAL, PageRequest.all()).items().size();
  }

  private static byte[] lastLine(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return lines.get(lines.size() - 1).replace("TID:5", "TID:6").getBytes(StandardCharsets.UTF_8);
  }

  private static long firstLines(Path file, int lines) throws IOException {
    return Files.readAllLines(file).stream().limit(lines).mapToLong(l -> l.length() + 1).sum();
  }

  private static void append(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.APPEND);
  }

  private static void truncate(Path file, long size) throws IOException {
    byte[] octets = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(octets, (int) size));
  }
}
