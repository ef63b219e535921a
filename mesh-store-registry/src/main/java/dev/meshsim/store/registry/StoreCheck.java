package dev.meshsim.store.registry;

import dev.meshsim.error.MeshException;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.machine.MachineStoreException;
import dev.meshsim.machine.RecordSignatures;
import dev.meshsim.store.Failures;
import dev.meshsim.store.Finding;
import dev.meshsim.store.registry.hive.RegistryKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads all files of a store and collects their problems; changes nothing. */
final class StoreCheck {

  private StoreCheck() {}

  /**
   * Returns all problems.
   *
   * @param further a further check, made if the hive can be read
   * @param imported the files that a waiting import names
   */
  static List<Finding> of(DurableFiles files, Layout layout, Runnable further, Set<Path> imported) {
    List<Finding> unsigned;
    Failures problems = new Failures();
    StoreFiles disk = new StoreFiles(files, layout);
    problems.attempt(disk::requireDirectories);
    RegistryKey root = HiveFile.read(files, layout, problems);
    boolean readable = problems.isEmpty();
    try (KeyVault vault = openVault(files, layout, problems)) {
      StoreState found = HiveLoader.load(files, layout, root, vault, problems);
      found.clearKeys();
      unsigned =
          RecordSignatures.findings(
              found.records.values(), record -> String.valueOf(found.files.get(record.key())));
      if (readable) {
        problems.attempt(further);
        problems.attempt(() -> unused(disk, found, imported, problems));
      }
    }
    return Stream.concat(problems.findings().stream(), unsigned.stream()).toList();
  }

  private static void unused(
      StoreFiles disk, StoreState found, Set<Path> imported, Failures problems) {
    List<Path> left = disk.left(found, imported);
    for (Path file : disk.unused(found)) {
      if (left.contains(file)) {
        problems.add(RegistryStoreException.left(file));
      } else if (!imported.contains(file)) {
        problems.add(RegistryStoreException.unusedFile(file));
      }
    }
  }

  private static @Nullable KeyVault openVault(
      DurableFiles files, Layout layout, Failures problems) {
    try {
      return KeyVault.open(files, layout);
    } catch (MeshException e) {
      problems.add(e);
      return null;
    }
  }

  /** The failure to open a store, with all other problems of the store. */
  static MeshException all(DurableFiles files, Layout layout, MeshException failure) {
    Finding first = Finding.of(failure);
    List<Finding> findings =
        Stream.concat(Stream.of(first), of(files, layout, () -> {}, Set.of()).stream())
            .distinct()
            .filter(f -> f.equals(first) || !isUnused(f) || !f.place().equals(first.place()))
            .toList();
    if (findings.size() == 1) {
      return failure;
    }
    MachineStoreException all = new MachineStoreException(findings);
    all.addSuppressed(failure);
    return all;
  }

  private static boolean isUnused(Finding finding) {
    return finding.errorCode() == RegistryStoreException.Code.UNUSED_FILE;
  }
}
