package dev.meshsim.log.jlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Failing;
import dev.meshsim.files.DurableFile;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.sim.disk.FaultyFiles;
import dev.meshsim.store.Finding;
import dev.meshsim.transparency.tree.Frontier;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TreeHasher;
import dev.meshsim.transparency.tree.TreeHead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tree of a log in a file, in chunks of four records. */
class JlogTreeTest {

  private static final Path ROOT = Path.of("/portal");
  private static final Path LOG = ROOT.resolve("portal.jlog");
  private static final Path FILE = ROOT.resolve("portal.jlog.tree");
  private static final int CHUNK = 4;

  private final List<String> warnings = new ArrayList<>();
  private FaultyFiles files = FaultyFiles.sound(ROOT);
  private int hashed;

  private static byte[] record(int number) {
    return ("record " + number).getBytes(StandardCharsets.UTF_8);
  }

  private static TreeHead expected(int size) {
    TreeHasher hasher = new TreeHasher();
    Frontier frontier = new Frontier(hasher);
    for (int number = 1; number <= size; number++) {
      frontier.append(hasher.leaf(Bytes.of(record(number))));
    }
    return new TreeHead(size, frontier.root());
  }

  private JlogTree open(int last) {
    return new JlogTree(
        TreeFile.open(files, LOG, CHUNK),
        () -> last,
        last,
        number -> {
          hashed++;
          return record(number);
        },
        true,
        warnings::add);
  }

  private void grow(JlogTree tree, int from, int to) {
    for (int number = from; number <= to; number++) {
      tree.append(tree.hasher().leaf(Bytes.of(record(number))));
    }
  }

  private long octets() {
    return files.status(FILE).isAbsent() ? 0 : files.read(FILE, 100_000).length;
  }

  @Test
  void aSmallLogHasNoFile() {
    JlogTree tree = open(0);
    grow(tree, 1, 2 * CHUNK - 1);
    assertTrue(files.status(FILE).isAbsent());
    grow(tree, 2 * CHUNK, 2 * CHUNK);
    // Four leaves and three nodes: the newest chunk stays in memory.
    assertEquals(7 * 32, octets());
  }

  @Test
  void everySizeIsOpenedAgain() {
    for (int size = 0; size <= 40; size++) {
      files = FaultyFiles.sound(ROOT);
      try (JlogTree tree = open(0)) {
        grow(tree, 1, size);
        for (int n = 0; n <= size; n++) {
          assertEquals(expected(n), tree.head(n));
        }
      }
      hashed = 0;
      try (JlogTree again = open(size)) {
        assertTrue(hashed < 3 * CHUNK, hashed + " records were hashed again");
        assertEquals(expected(size), again.head(size));
        grow(again, size + 1, size + 9);
        assertEquals(expected(size + 9), again.head(size + 9));
        Failing.with(TransparencyException.Code.NO_HASH, () -> again.head(1000));
      }
    }
    assertEquals(List.of(), warnings);
  }

  @Test
  void aShorterLogCutsTheTree() {
    try (JlogTree tree = open(0)) {
      grow(tree, 1, 30);
    }
    try (JlogTree shorter = open(9)) {
      assertEquals(expected(9), shorter.head(9));
      grow(shorter, 10, 40);
      assertEquals(expected(40), shorter.head(40));
    }
    try (JlogTree again = open(40)) {
      assertEquals(expected(40), again.head(40));
    }
    assertEquals(List.of(), warnings);
  }

  @Test
  void aLogWithoutATreeGetsOne() {
    try (JlogTree tree = open(30)) {
      assertEquals(expected(30), tree.head(30));
    }
    assertTrue(octets() > 0);
    hashed = 0;
    try (JlogTree again = open(30)) {
      assertEquals(expected(30), again.head(30));
    }
    assertTrue(hashed < 3 * CHUNK);
  }

  @Test
  void everyCutAndEveryChangeOfTheLastChunkIsRepaired() {
    try (JlogTree tree = open(0)) {
      grow(tree, 1, 22);
    }
    byte[] whole = files.read(FILE, 100_000);
    for (int at = 0; at < whole.length; at += 16) {
      write(Arrays.copyOf(whole, at));
      try (JlogTree again = open(22)) {
        assertEquals(expected(22), again.head(22));
      }
    }
    assertEquals(List.of(), warnings);
    int lastChunk = 4 * 4 * 32;
    for (int at = whole.length - 7 * 32; at < whole.length; at += 16) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      write(changed);
      warnings.clear();
      try (JlogTree again = open(22)) {
        assertEquals(expected(22), again.head(22));
      }
      assertEquals(1, warnings.size(), "octet " + at + " of " + lastChunk);
    }
    assertEquals(Bytes.of(whole), Bytes.of(files.read(FILE, 100_000)));
  }

  @Test
  void aStoreKeepsItsTreeAndChecksIt(@TempDir Path directory) throws IOException {
    Path mesh = directory.resolve("mesh.jlog");
    Path portal = directory.resolve("portal.jlog");
    Path tree = directory.resolve("portal.jlog.tree");
    List<List<Change>> transactions = new ArrayList<>();
    for (int i = 0; i < 2 * TreeFile.CHUNK; i++) {
      LogName log = i < TreeFile.CHUNK ? LogName.MESH : LogName.PORTAL;
      transactions.add(
          List.of(
              Change.update(log, "key " + i % 100, List.of(), Bytes.utf8("{}"), Instant.EPOCH)));
    }
    MemoryPortalStore model = new MemoryPortalStore();
    model.load(transactions);
    try (JlogPortalStore store = open(mesh, portal)) {
      store.load(transactions.subList(0, 3000));
      assertFalse(Files.exists(tree));
      store.load(transactions.subList(3000, transactions.size()));
      assertTrue(Files.exists(tree));
      assertEquals(List.of(), store.check());
      assertEquals(64L * TreeFile.CHUNK - 32, Files.size(tree));
      assertEquals(model.tree().head(4096), store.tree().head(4096));
    }
    byte[] right = Files.readAllBytes(tree);
    byte[] wrong = right.clone();
    wrong[1000] ^= 1;
    Files.write(tree, wrong);
    List<Finding> findings = JlogPortalStore.check(mesh, portal, DurableFiles.real());
    assertEquals(List.of("transparency.bad-tree"), findings.stream().map(Finding::code).toList());
    try (JlogPortalStore store = open(mesh, portal)) {
      assertEquals(model.tree().head(4096), store.tree().head(4096));
    }
    assertEquals(1, warnings.size(), warnings::toString);
    assertEquals(Bytes.of(right), Bytes.of(Files.readAllBytes(tree)));
    assertEquals(List.of(), JlogPortalStore.check(mesh, portal, DurableFiles.real()));
  }

  private JlogPortalStore open(Path mesh, Path portal) {
    return JlogPortalStore.open(mesh, portal, DurableFiles.real(), warnings::add);
  }

  private void write(byte[] octets) {
    try (DurableFile file = files.open(FILE)) {
      file.truncate(0);
      file.write(ByteBuffer.wrap(octets), 0);
      file.force();
    }
  }
}
