package dev.meshsim.cli.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.cli.Cli;
import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStores;
import dev.meshsim.protect.PortalKeyring;
import dev.meshsim.transparency.MapHead;
import dev.meshsim.transparency.service.CheckpointPolicy;
import dev.meshsim.transparency.service.LogHead;
import dev.meshsim.transparency.service.PortalLog;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mesh-sim log tree}: checkpoints of stores, and one that was kept elsewhere. */
class LogTreeCommandTest {

  private static final String DOMAIN = "example.com";

  @TempDir private Path directory;

  private final World world = World.seeded(24);
  private String key = "";

  private static void put(PortalStore store, Change change) {
    store.transact(
        tx -> {
          tx.put(change);
          return true;
        });
  }

  private Change change(String name) {
    return Change.update(LogName.MESH, name, List.of(), Bytes.utf8("{}"), world.now());
  }

  /** Fills a store and returns its last checkpoint. */
  private String fill(Path root, String... names) {
    try (PortalStore store = PortalStores.named("jlog").open(root, world, line -> {})) {
      PortalKeyring keyring = new PortalKeyring(World.seeded(1), DOMAIN, store);
      PortalLog log =
          new PortalLog(
              world, DOMAIN, store, keyring::logSigner, new CheckpointPolicy(1, Duration.ZERO));
      for (String name : names) {
        put(store, change(name));
        log.makeIfDue();
      }
      key = keyring.current().newest().log().orElseThrow().text();
      return log.last().map(LogHead::note).orElseThrow().octets().utf8();
    }
  }

  private Cli tree(Path root, String... more) {
    List<String> words =
        new ArrayList<>(List.of("log", "tree", "--store", "jlog", "--root", root.toString()));
    words.addAll(List.of(more));
    return Cli.run(words.toArray(String[]::new));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("checkpoint"), text);
  }

  @Test
  void everyCheckpointIsVerified() throws IOException {
    Path root = directory.resolve("portal");
    String note = fill(root, "a", "b", "a");
    Cli shown = tree(root, "--checkpoint", file(note).toString(), "--key", key);
    assertEquals(0, shown.code(), shown.errors());
    String[] lines = shown.out().split("\n");
    assertEquals(5, lines.length, shown.out());
    assertTrue(lines[0].startsWith("checkpoint 2, "), shown.out());
    assertTrue(lines[2].startsWith("checkpoint 6, "), shown.out());
    assertTrue(lines[2].endsWith(", map of 2 keys verified"), shown.out());
    assertTrue(lines[3].startsWith("log 6, root "), shown.out());
    assertEquals("signed checkpoint 6 of example.com is of this log", lines[4]);
    Cli json = tree(root, "--format", "json");
    assertTrue(json.out().contains("\"keys\":2"), json.out());
  }

  @Test
  void aCheckpointOfAnotherHistoryIsAnError() throws IOException {
    String note = fill(directory.resolve("one"), "a", "b", "a");
    Path forked = directory.resolve("two");
    fill(forked, "a", "c", "a");
    Cli other = tree(forked, "--checkpoint", file(note).toString(), "--key", key);
    assertEquals(1, other.code());
    assertTrue(
        other.out().contains("the first 6 records of the log have another root"), other.out());
    Path older = directory.resolve("three");
    fill(older, "a");
    Cli rolledBack =
        tree(older, "--checkpoint", file(note).toString(), "--key", key, "--format", "json");
    assertEquals(1, rolledBack.code());
    assertTrue(rolledBack.out().contains("has 6 records, the log only 2"), rolledBack.out());
  }

  @Test
  void aWrongHeadOfTheMapIsAnError() {
    assertWrong(2, "error: the root of its map is another one");
    assertWrong(1, "error: its map does not cover the records of the checkpoint before");
  }

  /** A head of the map over some records, with a root of no map, after a right one. */
  private void assertWrong(int size, String error) {
    Path root = directory.resolve("portal" + size);
    fill(root, "a");
    try (PortalStore store = PortalStores.named("jlog").open(root, world, line -> {})) {
      String text = "{\"MapHead\":{\"Size\":" + size + ",\"Root\":\"" + "A".repeat(43) + "\"}}";
      put(
          store,
          Change.update(LogName.PORTAL, MapHead.KEY, List.of(), Bytes.utf8(text), world.now()));
    }
    Cli wrong = tree(root);
    assertEquals(1, wrong.code());
    assertTrue(wrong.out().contains(error), wrong.out());
  }

  @Test
  void wrongUsageIsTold() throws IOException {
    Path root = directory.resolve("portal");
    String note = fill(root, "a");
    assertEquals(2, tree(root, "--key", key).code());
    assertEquals(2, tree(root, "--checkpoint", file(note).toString(), "--key", "x").code());
    Cli changed =
        tree(root, "--checkpoint", file(note.replace("\n2\n", "\n3\n")).toString(), "--key", key);
    assertTrue(
        changed.code() != 0 && changed.errors().contains("does not fit the note"),
        changed.errors());
  }
}
