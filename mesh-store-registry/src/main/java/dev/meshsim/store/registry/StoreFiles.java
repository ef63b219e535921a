package dev.meshsim.store.registry;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.files.DurableFile;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FileStatus;
import dev.meshsim.world.RandomStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Crash-safe changes of a store's files: first new files under new names, then the hive in one
 * step, then deletion of the files that the hive no longer names.
 */
final class StoreFiles {

  private final DurableFiles files;
  private final Layout layout;

  StoreFiles(DurableFiles files, Layout layout) {
    this.files = files;
    this.layout = layout;
  }

  /** Makes the machine's directory, with those around it, if it is not there. */
  void makeRoot() {
    Deque<Path> missing = new ArrayDeque<>();
    Path directory = layout.root().toAbsolutePath();
    while (files.status(directory).isAbsent() && directory.getParent() != null) {
      missing.push(directory);
      directory = directory.getParent();
    }
    for (Path each : missing) {
      files.createDirectory(each);
      files.forceDirectory(DurableFiles.directoryOf(each));
    }
    requirePrivate(layout.root());
  }

  /**
   * Makes the parts of a new store other than the hive.
   *
   * @throws RegistryStoreException {@code store.registry.missing-hive} if there is data, so that
   *     the hive must have been lost
   */
  void makeNew(RandomStream random) {
    for (Path directory : layout.directories()) {
      if (files.status(directory).isAbsent()) {
        files.createDirectory(directory);
      }
    }
    requireDirectories();
    for (Path file : allFiles()) {
      if (Layout.generationOf(file).isPresent()) {
        throw RegistryStoreException.missingHive(layout.hive(), file);
      }
    }
    KeyVault.make(files, layout, random);
    Set<Path> changed = new TreeSet<>(layout.fileDirectories());
    layout.directories().forEach(directory -> changed.add(DurableFiles.directoryOf(directory)));
    changed.forEach(files::forceDirectory);
  }

  /**
   * Refuses records without their hive.
   *
   * @throws RegistryStoreException {@code store.registry.missing-hive} if there is no hive
   */
  void requireHive() {
    if (files.status(layout.hive()).isAbsent()) {
      allFiles().stream()
          .filter(file -> Layout.generationOf(file).isPresent())
          .findFirst()
          .ifPresent(
              file -> {
                throw RegistryStoreException.missingHive(layout.hive(), file);
              });
    }
  }

  /** Refuses paths that are not directories, or that others have access to. */
  void requireDirectories() {
    requirePrivate(layout.root());
    layout.directories().forEach(this::requirePrivate);
  }

  private void requirePrivate(Path directory) {
    files.status(directory).require(FileStatus.Kind.DIRECTORY, directory).requirePrivate(directory);
  }

  /** Durably makes a draft the store's state; until the hive is replaced nothing has changed. */
  void write(CommitDraft draft) {
    draft.newFiles().forEach(this::create);
    forceDirectoriesOf(draft.newFiles().keySet());
    replaceHive(draft.before(), draft.hive());
    draft.after().obsolete.forEach(files::delete);
  }

  /** Durably replaces the hive, which is at {@code before}. */
  void replaceHive(StoreState before, Bytes hive) {
    // The deletions of the commit before must be durable before the hive forgets them.
    forceDirectoriesOf(before.obsolete);
    files.replace(layout.hive(), hive);
  }

  private void forceDirectoriesOf(Collection<Path> changed) {
    Set<Path> directories = new TreeSet<>();
    changed.forEach(file -> directories.add(DurableFiles.directoryOf(file)));
    directories.forEach(files::forceDirectory);
  }

  private void create(Path file, Bytes octets) {
    try (DurableFile open = files.create(file)) {
      open.write(ByteBuffer.wrap(octets.toArray()), 0);
      open.force();
    }
  }

  /**
   * Refuses a hive that does not fit the files beside it.
   *
   * @param named files that something else names
   * @throws RegistryStoreException {@code store.registry.stale-hive} if a file is newer than any
   *     that a cut commit can have left behind
   * @throws RegistryStoreException {@code store.registry.unnamed-file} if a file was not left
   *     behind by a commit: a line is missing
   */
  void requireFitting(StoreState state, Set<Path> named) {
    for (Path file : unnamed(state, named)) {
      long generation = Layout.generationOf(file).orElse(0);
      if (generation > state.generation + 1) {
        throw RegistryStoreException.staleHive(layout.hive(), state.generation, file);
      }
      if (!leftBehind(state, file)) {
        throw RegistryStoreException.unnamedFile(file, layout.hive());
      }
    }
  }

  /** Durably deletes the remains of an interrupted commit; see {@link #requireFitting}. */
  void sweep(StoreState state, Set<Path> named) {
    List<Path> left = left(state, named);
    left.forEach(files::delete);
    forceDirectoriesOf(left);
  }

  /** The files that {@link #sweep} deletes. */
  List<Path> left(StoreState state, Set<Path> named) {
    return unnamed(state, named).stream()
        .filter(file -> leftBehind(state, file))
        .filter(file -> files.status(file).kind() == FileStatus.Kind.FILE)
        .toList();
  }

  /** True for a file of a commit that did not end, and for one that the last commit replaced. */
  private static boolean leftBehind(StoreState state, Path file) {
    return Layout.generationOf(file).orElse(0) == state.generation + 1
        || state.obsolete.contains(file);
  }

  /** The files with names that this store gives, which nothing names. */
  private List<Path> unnamed(StoreState state, Set<Path> named) {
    return unused(state).stream()
        .filter(file -> Layout.generationOf(file).isPresent() && !named.contains(file))
        .toList();
  }

  /** The files in the store's directories that the hive does not name. */
  List<Path> unused(StoreState state) {
    Set<Path> named = state.namedFiles();
    return allFiles().stream()
        .filter(file -> !named.contains(file) && !file.equals(layout.password()))
        .toList();
  }

  private List<Path> allFiles() {
    return layout.fileDirectories().stream()
        .flatMap(directory -> files.list(directory).stream())
        .toList();
  }
}
