package dev.meshsim.files;

import dev.meshsim.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A disk with a cache above it: what a program sees, and what is left when the power fails. A
 * file's name is its directory's business: a forced file without a forced name is gone.
 */
final class DiskModel {

  /** A file or, without content, a directory. */
  static final class Node {
    final boolean directory;
    private byte[] seen = new byte[0];
    private byte[] forced = new byte[0];
    private List<int[]> unforced = new ArrayList<>();

    Node(boolean directory) {
      this.directory = directory;
    }

    byte[] seen() {
      return seen;
    }

    void write(byte[] octets, int length, int at) {
      seen = Arrays.copyOf(seen, Math.max(seen.length, at + length));
      System.arraycopy(octets, 0, seen, at, length);
      unforced.add(new int[] {at, at + length});
    }

    void truncate(int size) {
      seen = Arrays.copyOf(seen, Math.min(size, seen.length));
    }

    void force() {
      forced = Arrays.copyOf(forced, seen.length);
      for (int[] range : unforced) {
        int to = Math.min(range[1], seen.length);
        if (range[0] < to) {
          System.arraycopy(seen, range[0], forced, range[0], to - range[0]);
        }
      }
      unforced.clear();
    }

    /** Ends a force that failed: the data counts as forced but is not on the disk. */
    void failToForce() {
      unforced.clear();
    }

    Node copy() {
      Node copy = new Node(directory);
      copy.seen = seen.clone();
      copy.forced = forced.clone();
      copy.unforced = new ArrayList<>(unforced);
      return copy;
    }

    void losePower() {
      seen = forced.clone();
      unforced.clear();
    }

    private void describe(DataOutputStream to) throws IOException {
      to.writeBoolean(directory);
      to.writeInt(seen.length);
      to.write(seen);
      to.writeInt(forced.length);
      to.write(forced);
      to.writeInt(unforced.size());
      for (int[] range : unforced) {
        to.writeInt(range[0]);
        to.writeInt(range[1]);
      }
    }
  }

  private Map<Path, Node> names = new TreeMap<>();
  private Map<Path, Node> forcedNames = new TreeMap<>();
  private @Nullable Node lastWritten;

  private DiskModel() {}

  /** A disk with one empty directory. */
  static DiskModel with(Path root) {
    DiskModel disk = new DiskModel();
    Node directory = new Node(true);
    disk.names.put(root, directory);
    disk.forcedNames.put(root, directory);
    return disk;
  }

  Map<Path, Node> names() {
    return names;
  }

  void written(Node node) {
    lastWritten = node;
  }

  void forceNames(Path directory) {
    forcedNames.keySet().removeIf(name -> directory.equals(name.getParent()));
    names.forEach(
        (name, node) -> {
          if (directory.equals(name.getParent())) {
            forcedNames.put(name, node);
          }
        });
  }

  /** A copy of the disk for another process, so that several futures can be tried. */
  DiskModel copy() {
    return copy(new IdentityHashMap<>());
  }

  /** A copy where the first octets of a write have arrived, for a process that ends in it. */
  DiskModel copyAfterPart(Node node, byte[] octets, int length, int at) {
    Map<Node, Node> copies = new IdentityHashMap<>();
    DiskModel copy = copy(copies);
    Node written = copies.get(node);
    if (length > 0) {
      if (written != null) {
        written.write(octets, length, at);
      }
      copy.lastWritten = written;
    }
    return copy;
  }

  private DiskModel copy(Map<Node, Node> copies) {
    DiskModel copy = new DiskModel();
    names.forEach((n, node) -> copy.names.put(n, copies.computeIfAbsent(node, Node::copy)));
    forcedNames.forEach(
        (n, node) -> copy.forcedNames.put(n, copies.computeIfAbsent(node, Node::copy)));
    copy.lastWritten = lastWritten == null ? null : copies.get(lastWritten);
    return copy;
  }

  /** The disk after a power failure; {@code keepLast} keeps the last write too. */
  void losePower(boolean keepLast) {
    Node kept = keepLast ? lastWritten : null;
    if (kept != null) {
      kept.force();
      names.forEach(
          (name, node) -> {
            if (node == kept) {
              forcedNames.put(name, node);
            }
          });
    }
    Map<Path, Node> left = new TreeMap<>();
    forcedNames.forEach(
        (name, node) -> {
          Path parent = name.getParent();
          boolean reachable = left.isEmpty() || (parent != null && left.containsKey(parent));
          if (reachable) {
            left.put(name, node);
            node.losePower();
          }
        });
    names = left;
    forcedNames = new TreeMap<>(left);
    lastWritten = null;
  }

  /**
   * The SHA-256 digest of everything that can be seen of the disk now or after any fault: names,
   * content, and what of both is forced. Disks with equal digests behave alike.
   */
  Bytes digest() {
    Map<Node, Integer> numbers = new IdentityHashMap<>();
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (DataOutputStream to = new DataOutputStream(octets)) {
      describe(names, numbers, to);
      describe(forcedNames, numbers, to);
      to.writeInt(lastWritten == null ? -1 : numbers.getOrDefault(lastWritten, -1));
      return Bytes.of(MessageDigest.getInstance("SHA-256").digest(octets.toByteArray()));
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static void describe(
      Map<Path, Node> names, Map<Node, Integer> numbers, DataOutputStream to) throws IOException {
    to.writeInt(names.size());
    for (Map.Entry<Path, Node> name : names.entrySet()) {
      to.writeUTF(name.getKey().toString());
      Integer known = numbers.putIfAbsent(name.getValue(), numbers.size());
      to.writeInt(known == null ? -1 : known);
      if (known == null) {
        name.getValue().describe(to);
      }
    }
  }
}
