package dev.meshsim.kept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.cli.Cli;
import dev.meshsim.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results directories that commit f92eff9 wrote. */
class KeptDataResultsTest {

  private static final String ALL_STORES = KeptData.original("scenarios/account-ed448.yaml") + "";

  @TempDir private Path directory;
  private Path results = Path.of("");

  @BeforeEach
  void unpack() throws IOException {
    results = KeptData.unpack("results.zip", "", directory.resolve("results"));
  }

  @Test
  void aRunReplacesTheResultsOfItsScenariosAndRemovesTheOthers() throws IOException {
    Map<String, String> before = Trees.of(results);
    run("--store", "all", "--out", results + "", "--seed", "7", ALL_STORES);
    Map<String, String> after = Trees.of(results);
    assertTrue(after.get("run.json").contains("\"seed\": 7"), after.get("run.json"));
    assertTrue(after.keySet().containsAll(List.of("results.json", "junit.xml")));
    int replaced = 0;
    int removed = 0;
    for (Map.Entry<String, String> old : before.entrySet()) {
      String name = old.getKey();
      if (name.startsWith("account-2017/") || name.startsWith("from-logs/")) {
        assertFalse(after.containsKey(name), name);
        removed++;
      } else if (name.contains("account-ed448") && name.matches(".*(jlog|trace.jsonl|mv.db|reg)")) {
        assertNotEquals(old.getValue(), after.get(name), name);
        assertTrue(after.containsKey(name), name);
        replaced++;
      }
    }
    // For each of four stores two logs and a trace, then two databases and a hive.
    assertEquals(4 * 3 + 3, replaced);
    assertTrue(removed > 10, "only " + removed + " files of others were removed");
  }

  @Test
  void aRunFromLogsReplacesItsResults() throws IOException {
    assertTrue(Files.exists(results.resolve("account-2017/trace.jsonl")));
    Path scenario = KeptData.original("scenarios/from-logs.yaml");
    run("--out", results + "", "--seed", "7", scenario + "");
    Map<String, String> after = Trees.of(results);
    assertTrue(after.get("run.json").contains("\"seed\": 7"), after.get("run.json"));
    assertTrue(after.containsKey("from-logs/imported.txt"));
    assertFalse(after.containsKey("account-2017/trace.jsonl"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "registry", "h2"})
  void theMachinesInItAreSound(String kind) {
    Path root = results.resolve("stores").resolve(kind).resolve("account-ed448/desktop");
    Cli checked = Cli.run("store", "check", "--store", kind, "--root", root + "");
    assertEquals("", checked.out() + checked.errors());
    assertEquals(0, checked.code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"account-ed448", "account-ed448@h2", "account-2017", "from-logs"})
  void theLogsInItVerify(String name) {
    Path logs = results.resolve(name);
    Cli verified =
        Cli.run("log", "verify", logs.resolve("mesh.jlog") + "", logs.resolve("portal.jlog") + "");
    assertEquals(0, verified.code(), verified.out() + verified.errors());
  }

  @Test
  void aTranscriptReplacesATranscript() throws IOException {
    Path out = KeptData.unpack("transcript.zip", "", directory.resolve("transcript"));
    String before = Files.readString(out.resolve("transcript.md"));
    Cli printed = Cli.run("transcript", ALL_STORES, "--seed", "7", "--out", out + "");
    assertEquals(0, printed.code(), printed.errors());
    assertNotEquals(before, Files.readString(out.resolve("transcript.md")));
  }

  /** Shows that a file that is not taken for a run's makes the tests of this class fail. */
  @Test
  void aFileThatNoRunMadeIsStillRefused() throws IOException {
    Path foreign = results.resolve("stores/file/account-ed448/desktop/test/keys/notes.txt");
    Files.writeString(foreign, "mine");
    Map<String, String> before = Trees.of(results);
    Cli refused = Cli.run("run", "--out", results + "", ALL_STORES);
    assertEquals(2, refused.code());
    assertTrue(refused.errors().contains("notes.txt"), refused.errors());
    Map<String, String> after = Trees.of(results);
    after.keySet().removeIf(name -> name.endsWith("lock"));
    assertEquals(before, after);
    assertFalse(before.isEmpty());
  }

  private static void run(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "run";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    Cli cli = Cli.run(all);
    assertEquals(0, cli.code(), cli.out() + cli.errors());
  }
}
