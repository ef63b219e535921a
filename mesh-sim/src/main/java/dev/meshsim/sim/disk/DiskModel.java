package dev.meshsim.sim.disk;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A disk with a cache above it: what a program sees, and what is left when the power fails. A
 * file's name is its directory's business: a forced file without a forced name is gone.
 */
final class DiskModel {

  private Map<Path, DiskNode> names = new TreeMap<>();
  private Map<Path, DiskNode> forcedNames = new TreeMap<>();
  private @Nullable DiskNode lastWritten;

  private DiskModel() {}

  /** A disk with one empty directory. */
  static DiskModel with(Path root) {
    DiskModel disk = new DiskModel();
    DiskNode directory = new DiskNode(true);
    disk.names.put(root, directory);
    disk.forcedNames.put(root, directory);
    return disk;
  }

  Map<Path, DiskNode> names() {
    return names;
  }

  void written(DiskNode node) {
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
  DiskModel copyAfterPart(DiskNode node, byte[] octets, int length, int at) {
    Map<DiskNode, DiskNode> copies = new IdentityHashMap<>();
    DiskModel copy = copy(copies);
    DiskNode written = copies.get(node);
    if (length > 0) {
      if (written != null) {
        written.write(octets, length, at);
      }
      copy.lastWritten = written;
    }
    return copy;
  }

  private DiskModel copy(Map<DiskNode, DiskNode> copies) {
    DiskModel copy = new DiskModel();
    names.forEach((n, node) -> copy.names.put(n, copies.computeIfAbsent(node, DiskNode::copy)));
    forcedNames.forEach(
        (n, node) -> copy.forcedNames.put(n, copies.computeIfAbsent(node, DiskNode::copy)));
    copy.lastWritten = lastWritten == null ? null : copies.get(lastWritten);
    return copy;
  }

  /** The disk after a power failure; {@code keepLast} keeps the last write too. */
  void losePower(boolean keepLast) {
    DiskNode kept = keepLast ? lastWritten : null;
    if (kept != null) {
      kept.force();
      names.forEach(
          (name, node) -> {
            if (node == kept) {
              forcedNames.put(name, node);
            }
          });
    }
    Map<Path, DiskNode> left = new TreeMap<>();
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
    Map<DiskNode, Integer> numbers = new IdentityHashMap<>();
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (DataOutputStream to = new DataOutputStream(octets)) {
      describe(names, numbers, to);
      describe(forcedNames, numbers, to);
      to.writeInt(lastWritten == null ? -1 : numbers.getOrDefault(lastWritten, -1));
      return Sha256.of(Bytes.of(octets.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void describe(
      Map<Path, DiskNode> names, Map<DiskNode, Integer> numbers, DataOutputStream to)
      throws IOException {
    to.writeInt(names.size());
    for (Map.Entry<Path, DiskNode> name : names.entrySet()) {
      to.writeUTF(name.getKey().toString());
      Integer known = numbers.putIfAbsent(name.getValue(), numbers.size());
      to.writeInt(known == null ? -1 : known);
      if (known == null) {
        name.getValue().describe(to);
      }
    }
  }
}
