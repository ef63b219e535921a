package dev.meshsim.store.file;

import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FileClaim;
import dev.meshsim.files.FileStatus;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MachineStoreProvider;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.world.RandomStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Opens machines that are kept in files; found by the name {@code file}. */
public final class FileMachineStoreProvider implements MachineStoreProvider {

  private final DurableFiles files;

  /** A provider over the operating system's files. */
  public FileMachineStoreProvider() {
    this(DurableFiles.real());
  }

  FileMachineStoreProvider(DurableFiles files) {
    this.files = files;
  }

  @Override
  public String name() {
    return "file";
  }

  /** {@code ~/.mmm} (developer-08 section 5.2). */
  @Override
  public Optional<Path> usualRoot() {
    return Optional.of(Path.of(System.getProperty("user.home", ""), ".mmm").toAbsolutePath());
  }

  /** The list is there from the beginning; if it was lost, what it named is left. */
  @Override
  public boolean isThere(Path root, StoreMode mode) {
    Layout layout = new Layout(root.toAbsolutePath().normalize(), mode);
    return stands(layout.path(Layout.INDEX))
        || stands(layout.path(Layout.JOURNAL))
        || Layout.DIRECTORIES.stream().anyMatch(name -> hasRecords(layout.path(name)));
  }

  private boolean stands(Path path) {
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
   * @param random the source of the number that each private key file has in it
   * @throws dev.meshsim.files.FilesException if what stands there is not a directory of this user's
   *     own that nobody else may enter, or if the store is open already
   */
  @Override
  public MachineStore open(Path root, StoreMode mode, RandomStream random) {
    Objects.requireNonNull(random);
    Layout layout = new Layout(root.toAbsolutePath().normalize(), mode);
    ensureDurably(root.toAbsolutePath().normalize());
    ensureDurably(layout.root());
    FileClaim claim = files.claim(layout.path(Layout.LOCK));
    boolean opened = false;
    try {
      Layout.DIRECTORIES.forEach(name -> ensureDirectory(layout.path(name)));
      FileMachineStore store = new FileMachineStore(files, layout, random, claim);
      store.load();
      opened = true;
      return store;
    } finally {
      if (!opened) {
        claim.close();
      }
    }
  }

  private void ensureDurably(Path directory) {
    Path parent = DurableFiles.directoryOf(directory);
    if (files.status(directory).isAbsent() && files.status(parent).isAbsent()) {
      ensureDurably(parent);
    }
    boolean made = ensureDirectory(directory);
    // One that is there may have been made just before the power failed.
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
