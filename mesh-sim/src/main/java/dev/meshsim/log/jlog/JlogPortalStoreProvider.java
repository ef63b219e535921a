package dev.meshsim.log.jlog;

import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FileStatus;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStoreProvider;
import dev.meshsim.store.Finding;
import dev.meshsim.store.StoreException;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Provides the portal store {@code jlog}: two {@code .jlog} files in the portal's directory. */
public final class JlogPortalStoreProvider implements PortalStoreProvider {

  private final DurableFiles files;

  /** For {@link java.util.ServiceLoader}. */
  public JlogPortalStoreProvider() {
    this(DurableFiles.real());
  }

  private JlogPortalStoreProvider(DurableFiles files) {
    this.files = files;
  }

  @Override
  public Optional<PortalStoreProvider> over(DurableFiles others) {
    return Optional.of(new JlogPortalStoreProvider(others));
  }

  @Override
  public String name() {
    return "jlog";
  }

  /** True if there is one of the two logs: the other may be lost, or not made yet. */
  @Override
  public boolean isThere(Path root) {
    return Arrays.stream(LogName.values())
        .anyMatch(log -> !files.status(root.resolve(log.fileName())).isAbsent());
  }

  /** The two logs, their claims, the hashes of their tree, and the keys, also unfinished. */
  @Override
  public boolean makes(Path name) {
    String text = name.toString();
    String keys = LogName.PORTAL.fileName() + KeysFile.SUFFIX;
    if (text.equals(LogName.PORTAL.fileName() + TreeFile.SUFFIX)
        || text.equals(keys)
        || text.equals(keys + DurableFiles.UNFINISHED)) {
      return true;
    }
    return Arrays.stream(LogName.values())
        .map(LogName::fileName)
        .anyMatch(log -> text.equals(log) || text.equals(log + JlogPortalStore.CLAIM));
  }

  @Override
  public void requireClosed(Path root) {
    for (LogName log : LogName.values()) {
      files.requireUnclaimed(root.resolve(log.fileName() + JlogPortalStore.CLAIM));
    }
  }

  @Override
  public PortalStore open(Path root, World world, Consumer<String> warnings) {
    makeDirectory(root.toAbsolutePath().normalize());
    return JlogPortalStore.open(
        path(root, LogName.MESH), path(root, LogName.PORTAL), files, warnings);
  }

  @Override
  public PortalStore openForReading(Path root, World world, Consumer<String> warnings) {
    requireReadable(root);
    return JlogReader.open(path(root, LogName.MESH), path(root, LogName.PORTAL), files, warnings);
  }

  /** Reports every problem, also in logs that do not open. */
  @Override
  public List<Finding> check(Path root, World world) {
    requireReadable(root);
    return JlogPortalStore.check(path(root, LogName.MESH), path(root, LogName.PORTAL), files);
  }

  private void requireReadable(Path root) {
    if (!isThere(root)) {
      throw StoreException.absent(root, name());
    }
    for (LogName log : LogName.values()) {
      files.requireNotHeld(root.resolve(log.fileName() + JlogPortalStore.CLAIM));
    }
  }

  private static Path path(Path root, LogName log) {
    return root.resolve(log.fileName());
  }

  private void makeDirectory(Path directory) {
    FileStatus status = files.status(directory);
    Path parent = directory.getParent();
    if (status.isAbsent() && parent != null) {
      makeDirectory(parent);
      files.createDirectory(directory);
      files.forceDirectory(parent);
    }
  }
}
