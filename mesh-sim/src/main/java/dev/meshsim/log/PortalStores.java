package dev.meshsim.log;

import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FileStatus;
import dev.meshsim.log.jlog.JlogPortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Finds portal stores by name: {@code memory}, {@code jlog}, and what the class path provides. */
public final class PortalStores {

  private PortalStores() {}

  /** The names of those that can be opened here: memory, jlog, the others alphabetically. */
  public static List<String> names() {
    return providers().values().stream()
        .filter(PortalStoreProvider::available)
        .map(PortalStoreProvider::name)
        .toList();
  }

  /**
   * The provider of that name, available or not.
   *
   * @throws PortalStoreException.UnknownStore if there is none; the message lists those there are
   */
  public static PortalStoreProvider named(String name) {
    Map<String, PortalStoreProvider> providers = providers();
    PortalStoreProvider provider = providers.get(name);
    if (provider == null) {
      throw new PortalStoreException.UnknownStore(name, List.copyOf(providers.keySet()));
    }
    return provider;
  }

  private static Map<String, PortalStoreProvider> providers() {
    Map<String, PortalStoreProvider> found = new TreeMap<>();
    ServiceLoader.load(PortalStoreProvider.class).forEach(p -> found.put(p.name(), p));
    Map<String, PortalStoreProvider> ordered = new LinkedHashMap<>();
    for (PortalStoreProvider own : List.of(new Memory(), new Jlog())) {
      ordered.put(own.name(), own);
    }
    ordered.putAll(found);
    return ordered;
  }

  private static final class Memory implements PortalStoreProvider {

    @Override
    public String name() {
      return "memory";
    }

    @Override
    public boolean keepsFiles() {
      return false;
    }

    @Override
    public boolean isThere(Path root) {
      return false;
    }

    @Override
    public PortalStore open(Path root, World world, Consumer<String> warnings) {
      return new MemoryPortalStore();
    }
  }

  private static final class Jlog implements PortalStoreProvider {

    @Override
    public String name() {
      return "jlog";
    }

    /** One log is enough: the other may have been lost, or not made yet. */
    @Override
    public boolean isThere(Path root) {
      return Arrays.stream(LogName.values())
          .anyMatch(log -> !DurableFiles.real().status(root.resolve(log.fileName())).isAbsent());
    }

    @Override
    public PortalStore open(Path root, World world, Consumer<String> warnings) {
      DurableFiles files = DurableFiles.real();
      makeDirectory(root.toAbsolutePath().normalize(), files);
      Path mesh = root.resolve(LogName.MESH.fileName());
      Path portal = root.resolve(LogName.PORTAL.fileName());
      return JlogPortalStore.open(mesh, portal, files, warnings);
    }

    private static void makeDirectory(Path directory, DurableFiles files) {
      FileStatus status = files.status(directory);
      Path parent = directory.getParent();
      if (status.isAbsent() && parent != null) {
        makeDirectory(parent, files);
        files.createDirectory(directory);
        files.forceDirectory(parent);
      }
    }
  }
}
