package dev.meshsim.store.registry;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.store.Failures;
import dev.meshsim.store.registry.hive.FileLine;
import dev.meshsim.store.registry.hive.RegWriter;
import dev.meshsim.store.registry.hive.RegistryKey;
import dev.meshsim.store.registry.hive.RegistryValue;
import java.nio.file.Path;
import java.util.Set;

/**
 * Merges the .reg file that a person put beside the hive, as a double click would on Windows: the
 * whole file, or nothing if any line is wrong. It is renamed afterwards; after a crash before that
 * it is merged again, with equal effect.
 */
final class RegImport {

  private RegImport() {}

  /** The state with the file merged, or {@code state} itself if there is no file. */
  static StoreState merge(DurableFiles files, Layout layout, KeyVault vault, StoreState state) {
    return merge(files, layout, vault, state, true);
  }

  /** The state that {@link #merge} would give; changes nothing. */
  static StoreState preview(DurableFiles files, Layout layout, KeyVault vault, StoreState state) {
    return merge(files, layout, vault, state, false);
  }

  private static StoreState merge(
      DurableFiles files, Layout layout, KeyVault vault, StoreState state, boolean write) {
    if (files.status(layout.toImport()).isAbsent()) {
      return state;
    }
    RegistryKey merged = state.hive.copy();
    Failures problems = new Failures();
    HiveFile.merge(files, layout.toImport(), layout, merged, problems);
    problems.throwFirst();
    setGeneration(merged, layout.generationAfter(state.generation));
    makeMissingKeys(merged);
    StoreState after = HiveLoader.load(files, layout, merged, vault, problems);
    boolean done = false;
    try {
      problems.throwFirst();
      if (write) {
        write(files, layout, state, after);
      } else {
        new StoreFiles(files, layout).requireFitting(state, after.namedFiles());
      }
      done = true;
    } finally {
      if (!done) {
        after.clearKeys();
      }
    }
    state.clearKeys();
    return after;
  }

  private static void write(DurableFiles files, Layout layout, StoreState state, StoreState after) {
    StoreFiles disk = new StoreFiles(files, layout);
    Set<Path> named = after.namedFiles();
    disk.requireFitting(state, named);
    // Files that came with the import may be of any generation; new ones get later names.
    named.stream()
        .mapToLong(file -> Layout.generationOf(file).orElse(0))
        .forEach(generation -> after.generation = Math.max(after.generation, generation));
    setGeneration(after.hive, after.generation);
    after.supersede(state, layout);
    Bytes text = RegWriter.write(after.hive, layout.rootKey(), layout.lastLine());
    Bytes hive = HiveFile.sized(layout.hive(), text);
    disk.sweep(state, named);
    disk.replaceHive(state, hive);
    files.move(layout.toImport(), freeName(files, layout, after.generation));
    files.forceDirectory(layout.root());
  }

  /** Restores a removed key as an empty one. */
  private static void makeMissingKeys(RegistryKey hive) {
    for (RecordKind kind : Subkeys.KINDS) {
      String key = Subkeys.of(kind);
      if (hive.key(key) == null && !Subkeys.isOptional(kind)) {
        hive.make(key, FileLine.NONE).set(RegistryValue.text("", ""));
      }
    }
  }

  /** The name for an import of that generation, or of the next that no file has. */
  private static Path freeName(DurableFiles files, Layout layout, long generation) {
    long free = generation;
    while (!files.status(layout.imported(free)).isAbsent()) {
      free++;
    }
    return layout.imported(free);
  }

  private static void setGeneration(RegistryKey hive, long generation) {
    hive.set(RegistryValue.dword(HiveLoader.GENERATION, generation));
  }
}
