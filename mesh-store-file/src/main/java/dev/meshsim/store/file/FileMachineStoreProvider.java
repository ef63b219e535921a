package dev.meshsim.store.file;

import dev.meshsim.error.MeshException;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FileClaim;
import dev.meshsim.files.FileStatus;
import dev.meshsim.files.FilesException;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MachineStoreException;
import dev.meshsim.machine.MachineStoreProvider;
import dev.meshsim.machine.ReadOnlyMachineStore;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.machine.UserHome;
import dev.meshsim.store.Failures;
import dev.meshsim.store.StoreException;
import dev.meshsim.world.RandomStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Opens machines that are kept in files; found by the name {@code file}. */
public final class FileMachineStoreProvider implements MachineStoreProvider {

  private final DurableFiles files;
  private final Limits limits;

  /** A provider over the operating system's files. */
  public FileMachineStoreProvider() {
    this(DurableFiles.real());
  }

  FileMachineStoreProvider(DurableFiles files) {
    this(files, Limits.USUAL);
  }

  FileMachineStoreProvider(DurableFiles files, Limits limits) {
    this.files = files;
    this.limits = limits;
  }

  @Override
  public Optional<MachineStoreProvider> over(DurableFiles others) {
    return Optional.of(new FileMachineStoreProvider(others, limits));
  }

  @Override
  public boolean findsWrongBits() {
    return true;
  }

  @Override
  public String name() {
    return "file";
  }

  /** {@code ~/.mmm} (developer-08 section 5.2). */
  @Override
  public Optional<Path> usualRoot() {
    return Optional.of(UserHome.resolve(".mmm"));
  }

  /**
   * True if there is an index, as from the beginning, or if files of records are left without it.
   */
  @Override
  public boolean isThere(Path root, StoreMode mode) {
    Layout layout = new Layout(root.toAbsolutePath().normalize(), mode);
    return exists(layout.path(Layout.INDEX))
        || exists(layout.path(Layout.JOURNAL))
        || Layout.DIRECTORIES.stream().anyMatch(name -> hasRecords(layout.path(name)));
  }

  @Override
  public boolean makes(Path name) {
    return Layout.isTestName(name);
  }

  @Override
  public void requireClosed(Path root) {
    Layout layout = new Layout(root.toAbsolutePath().normalize(), StoreMode.TEST);
    files.requireUnclaimed(layout.path(Layout.LOCK));
  }

  private boolean exists(Path path) {
    return !files.status(path).isAbsent();
  }

  private boolean hasRecords(Path directory) {
    return files.status(directory).kind() == FileStatus.Kind.DIRECTORY
        && files.list(directory).stream()
            .map(file -> file.getFileName().toString())
            .anyMatch(name -> Layout.couldBeOurs(directory.getFileName().toString(), name));
  }

  /**
   * Opens a machine's directory and, unless another process has it open, claims it.
   *
   * @param root holds production data itself, and test data in its directory {@code test}; it and
   *     the directories above it are made if they are not there
   * @param random the source of the check number in each private key file
   * @throws MachineStoreException if a directory or the lock is not this user's own, or is
   *     accessible to others; it also reports all other problems
   * @throws dev.meshsim.files.FilesException.FileLocked if the store is open already
   */
  @Override
  public MachineStore open(Path root, StoreMode mode, RandomStream random) {
    Objects.requireNonNull(random);
    Path given = root.toAbsolutePath().normalize();
    Layout layout = new Layout(given, mode);
    requireGood(layout, List.of(given, layout.root()));
    ensureDurably(given);
    ensureDurably(layout.root());
    FileClaim claim = claim(layout);
    boolean opened = false;
    try {
      requireGood(layout, Layout.DIRECTORIES.stream().map(layout::path).toList());
      Layout.DIRECTORIES.forEach(name -> ensureDirectory(layout.path(name)));
      FileMachineStore store = new FileMachineStore(files, layout, limits, random, claim);
      store.load();
      opened = true;
      return store;
    } finally {
      if (!opened) {
        claim.close();
      }
    }
  }

  @Override
  public MachineStore openForReading(Path root, StoreMode mode, RandomStream random) {
    Objects.requireNonNull(random);
    if (!isThere(root, mode)) {
      throw StoreException.absent(root, name());
    }
    Path given = root.toAbsolutePath().normalize();
    Layout layout = new Layout(given, mode);
    requireGood(layout, List.of(given, layout.root()));
    requireNotHeld(layout);
    requireGood(layout, Layout.DIRECTORIES.stream().map(layout::path).toList());
    FileMachineStore store = new FileMachineStore(files, layout, limits, random, () -> {});
    boolean opened = false;
    try {
      store.loadForReading();
      // A process that opened the store meanwhile may have changed what was read.
      requireNotHeld(layout);
      opened = true;
      return new ReadOnlyMachineStore(store, layout.root().toString());
    } finally {
      if (!opened) {
        store.close();
      }
    }
  }

  private void requireNotHeld(Layout layout) {
    try {
      files.requireNotHeld(layout.path(Layout.LOCK));
    } catch (FilesException.NotAFile | FilesException.ForeignFile e) {
      throw refused(layout, List.of(e));
    }
  }

  private FileClaim claim(Layout layout) {
    try {
      return files.claim(layout.path(Layout.LOCK));
    } catch (FilesException.NotAFile | FilesException.ForeignFile e) {
      throw refused(layout, List.of(e));
    }
  }

  /** Refuses directories to which others have access. Stops at a path that is no directory. */
  private void requireGood(Layout layout, List<Path> directories) {
    Failures bad = new Failures();
    for (Path directory : directories) {
      FileStatus status = files.status(directory);
      if (!status.isAbsent()) {
        bad.attempt(
            () -> status.require(FileStatus.Kind.DIRECTORY, directory).requirePrivate(directory));
        if (status.kind() != FileStatus.Kind.DIRECTORY && !isBelow(layout, directory)) {
          throw MachineStoreException.of(layout.root().toString(), bad.all());
        }
      }
    }
    if (!bad.all().isEmpty()) {
      throw refused(layout, bad.all());
    }
  }

  private static boolean isBelow(Layout layout, Path directory) {
    return !directory.equals(layout.root()) && directory.startsWith(layout.root());
  }

  /** A failure with these problems and all others that can be found without a change. */
  private MachineStoreException refused(Layout layout, List<? extends MeshException> first) {
    List<MeshException> problems = new ArrayList<>(first);
    StoreContent content =
        new StoreReader(files, layout, new RecordFiles(files, layout, limits)).read();
    problems.addAll(content.problems());
    content.clearKeys();
    return MachineStoreException.of(layout.root().toString(), problems);
  }

  private void ensureDurably(Path directory) {
    Path parent = DurableFiles.directoryOf(directory);
    if (files.status(directory).isAbsent() && files.status(parent).isAbsent()) {
      ensureDurably(parent);
    }
    boolean made = ensureDirectory(directory);
    // An existing directory may have been made just before a power failure.
    if (made || files.status(parent).foreignOwner().isEmpty()) {
      files.forceDirectory(parent);
    }
  }

  /** Returns true if it was not there. */
  private boolean ensureDirectory(Path directory) {
    FileStatus status = files.status(directory);
    if (status.isAbsent()) {
      files.createDirectory(directory);
      return true;
    }
    status.require(FileStatus.Kind.DIRECTORY, directory).requirePrivate(directory);
    return false;
  }
}
