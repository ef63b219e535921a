package dev.meshsim.store.registry;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FileStatus;
import dev.meshsim.json.JsonLimits;
import dev.meshsim.store.Failures;
import dev.meshsim.store.registry.hive.FileLine;
import dev.meshsim.store.registry.hive.RegReader;
import dev.meshsim.store.registry.hive.RegText;
import dev.meshsim.store.registry.hive.RegistryException;
import dev.meshsim.store.registry.hive.RegistryKey;
import java.nio.file.Path;

/** Reads .reg files from the disk. */
final class HiveFile {

  /** The largest file of any kind that is read, in octets. */
  static final int MOST_OCTETS = JsonLimits.DOCUMENT_OCTETS;

  private HiveFile() {}

  /**
   * The octets of a file that is going to be written.
   *
   * @throws RegistryStoreException {@code store.registry.too-large} if they could not be read back
   */
  static Bytes sized(Path file, Bytes octets) {
    if (octets.length() > MOST_OCTETS) {
      throw RegistryStoreException.tooLarge(file, octets.length());
    }
    return octets;
  }

  /** The store's own hive, complete. */
  static RegistryKey read(DurableFiles files, Layout layout, Failures problems) {
    RegistryKey root = new RegistryKey(layout.branch(), FileLine.of(layout.hive()));
    problems.attempt(
        () -> {
          Path file = layout.hive();
          Bytes octets = octets(files, file);
          requireContent(file, octets);
          String last = RegReader.merge(file, octets, layout.rootKey(), root, problems);
          if (problems.isEmpty() && !last.strip().equals(layout.lastLine())) {
            throw RegistryException.cutShort(
                FileLine.of(file), "does not end with the line \"" + layout.lastLine() + "\"");
          }
        });
    return root;
  }

  /** Refuses the possible remains of a file after a power failure: no octets, or only zeros. */
  private static void requireContent(Path file, Bytes octets) {
    int start = octets.startsWith(RegText.MARK_16) ? RegText.MARK_16.length() : 0;
    for (int i = start; i < octets.length(); i++) {
      if (octets.at(i) != 0) {
        return;
      }
    }
    throw RegistryException.cutShort(
        FileLine.of(file), octets.length() == start ? "is empty" : "holds zero octets alone");
  }

  /** Merges the import file of a person. */
  static void merge(
      DurableFiles files, Path file, Layout layout, RegistryKey root, Failures problems) {
    problems.attempt(
        () -> {
          files.status(file).require(FileStatus.Kind.FILE, file);
          Bytes octets = Bytes.of(files.read(file, MOST_OCTETS));
          RegReader.merge(file, octets, layout.rootKey(), root, problems);
          requireKnown(file, layout, root, layout.rootKey(), problems);
        });
  }

  /** Reports keys of an import that this store never reads; foreign keys of the hive are kept. */
  private static void requireKnown(
      Path file, Layout layout, RegistryKey key, String path, Failures problems) {
    boolean atRoot = path.equals(layout.rootKey());
    for (RegistryKey inner : key.keys()) {
      String innerPath = path + '\\' + inner.name();
      if (inner.place().file().equals(file) && !(atRoot && Subkeys.isName(inner.name()))) {
        problems.add(
            RegistryException.unknownKey(
                inner.place(), innerPath, layout.rootKey(), Subkeys.names()));
      } else {
        requireKnown(file, layout, inner, innerPath, problems);
      }
    }
  }

  /** Reads a file that only the user has access to. */
  static Bytes octets(DurableFiles files, Path file) {
    files.status(file).require(FileStatus.Kind.FILE, file).requirePrivate(file);
    return Bytes.of(files.read(file, MOST_OCTETS));
  }
}
