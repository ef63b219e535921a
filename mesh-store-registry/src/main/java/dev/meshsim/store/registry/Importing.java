package dev.meshsim.store.registry;

import dev.meshsim.files.DurableFiles;

/**
 * Merges the .reg file that a person put beside the hive, as a double click on one would do on
 * Windows: whole, or not at all if anything in it is wrong. It is given another name afterwards; if
 * a crash comes first it is merged again, to the same effect.
 */
final class Importing {

  private Importing() {}

  /** The state with the file merged, or {@code state} itself if there is no file. */
  static State merge(DurableFiles files, Layout layout, KeyVault vault, State state) {
    if (files.status(layout.toImport()).isAbsent()) {
      return state;
    }
    RegistryKey merged = state.hive.copy();
    Problems problems = new Problems();
    HiveFile.merge(files, layout.toImport(), layout, merged, problems);
    problems.throwFirst();
    setGeneration(merged, state.generation + 1);
    State after = HiveLoader.load(files, layout, merged, vault, problems);
    if (!problems.none()) {
      after.clearKeys();
    }
    problems.throwFirst();
    // Files that came with the import may be of any generation; new ones get later names.
    after.namedFiles().stream()
        .mapToLong(file -> Layout.generationOf(file).orElse(0))
        .forEach(generation -> after.generation = Math.max(after.generation, generation));
    setGeneration(merged, after.generation);
    new StoreFiles(files, layout).requireFresh(after);
    files.replace(layout.hive(), RegWriter.write(merged, layout.rootKey(), layout.lastLine()));
    files.move(layout.toImport(), layout.imported(after.generation));
    files.forceDirectory(layout.root());
    state.clearKeys();
    return after;
  }

  private static void setGeneration(RegistryKey hive, long generation) {
    hive.set(RegistryValue.dword(HiveLoader.GENERATION, generation));
  }
}
