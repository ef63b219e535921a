package dev.meshsim.store.registry;

import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FileStatus;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MachineStoreProvider;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.machine.UserHome;
import dev.meshsim.store.StoreException;
import dev.meshsim.world.RandomStream;
import java.nio.file.Path;
import java.util.Optional;

/** Opens registry stores; found by {@link java.util.ServiceLoader} under {@code registry}. */
public final class RegistryStoreProvider implements MachineStoreProvider {

  private final DurableFiles files;

  /** A provider over the operating system's files. */
  public RegistryStoreProvider() {
    this(DurableFiles.real());
  }

  private RegistryStoreProvider(DurableFiles files) {
    this.files = files;
  }

  @Override
  public Optional<MachineStoreProvider> over(DurableFiles others) {
    return Optional.of(new RegistryStoreProvider(others));
  }

  @Override
  public String name() {
    return "registry";
  }

  /** A directory of its own, so that no file of a real registry or {@code AppData} is touched. */
  @Override
  public Optional<Path> usualRoot() {
    return Optional.of(UserHome.resolve(".mmm-registry"));
  }

  /** True if there is a hive, as from the beginning, or if files of records are left without it. */
  @Override
  public boolean isThere(Path root, StoreMode mode) {
    Layout layout = new Layout(root.toAbsolutePath().normalize(), mode);
    return !files.status(layout.hive()).isAbsent()
        || layout.fileDirectories().stream().anyMatch(directory -> hasRecords(directory));
  }

  private boolean hasRecords(Path directory) {
    return files.status(directory).kind() == FileStatus.Kind.DIRECTORY
        && files.list(directory).stream().anyMatch(file -> Layout.generationOf(file).isPresent());
  }

  @Override
  public boolean makes(Path name) {
    Path root = Path.of("").toAbsolutePath();
    return new Layout(root, StoreMode.TEST).makes(root.resolve(name));
  }

  @Override
  public void requireClosed(Path root) {
    files.requireUnclaimed(new Layout(root, StoreMode.TEST).lock());
  }

  @Override
  public MachineStore open(Path root, StoreMode mode, RandomStream random) {
    return RegistryMachineStore.open(files, root, mode, random);
  }

  @Override
  public MachineStore openForReading(Path root, StoreMode mode, RandomStream random) {
    if (!isThere(root, mode)) {
      throw StoreException.absent(root, name());
    }
    return RegistryMachineStore.openForReading(files, root, mode, random);
  }
}
