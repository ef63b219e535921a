package dev.meshsim.log.jlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Failing;
import dev.meshsim.files.DurableFile;
import dev.meshsim.sim.disk.FaultyFiles;
import dev.meshsim.transparency.tree.Frontier;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TreeHasher;
import dev.meshsim.transparency.tree.TreeHead;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

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

  private void write(byte[] octets) {
    try (DurableFile file = files.open(FILE)) {
      file.truncate(0);
      file.write(ByteBuffer.wrap(octets), 0);
      file.force();
    }
  }
}
