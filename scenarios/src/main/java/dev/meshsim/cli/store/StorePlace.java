package dev.meshsim.cli.store;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.error.MeshException;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStoreProvider;
import dev.meshsim.log.PortalStores;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MachineStoreProvider;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.store.Finding;
import dev.meshsim.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Option;

/** The options that name a store by kind and directory. */
public final class StorePlace {

  @Option(
      names = "--store",
      paramLabel = "NAME",
      required = true,
      description = "The kind of store; mesh-sim store list prints all kinds.")
  private String name = "";

  @Option(
      names = "--root",
      paramLabel = "DIR",
      required = true,
      description = "The machine's own directory, or the portal's.")
  private Path root = Path.of("");

  /** Opens the store, and makes it if it is absent. */
  MachineStore machine(StoreMode mode) {
    return MachineStores.named(name).open(root, mode, World.system().stream("store", "salt"));
  }

  /**
   * Opens an existing store to read it; nothing is changed.
   *
   * @throws InputException if there is no such store; nothing is made
   */
  MachineStore machineForReading(StoreMode mode) {
    return existing(mode).openForReading(root, mode, World.system().stream("store", "salt"));
  }

  /**
   * Reports all that is wrong with an existing store; nothing is changed.
   *
   * @throws InputException if there is no such store; nothing is made
   */
  List<Finding> checkMachine(StoreMode mode) {
    return existing(mode).check(root, mode, World.system().stream("store", "salt"));
  }

  private MachineStoreProvider existing(StoreMode mode) {
    MachineStoreProvider provider = MachineStores.named(name);
    requireDirectory(provider.keepsFiles());
    if (!provider.isThere(root, mode)) {
      throw notThere("machine " + name + ", " + dataOf(mode));
    }
    return provider;
  }

  /** Opens the store, and makes it if it is absent. */
  public PortalStore portal(Console console) {
    return PortalStores.named(name).open(root, World.system(), console::note);
  }

  /**
   * Opens an existing store to read it; nothing is changed.
   *
   * @throws InputException if there is no such store; nothing is made
   */
  public PortalStore portalForReading(Console console) {
    return existing().openForReading(root, World.system(), console::note);
  }

  /**
   * Reports all that is wrong with an existing store; nothing is changed.
   *
   * @throws InputException if there is no such store; nothing is made
   */
  List<Finding> checkPortal() {
    return existing().check(root, World.system());
  }

  private PortalStoreProvider existing() {
    PortalStoreProvider provider = PortalStores.named(name);
    requireDirectory(provider.keepsFiles());
    if (!provider.isThere(root)) {
      throw notThere("portal " + name);
    }
    return provider;
  }

  private void requireDirectory(boolean inFiles) {
    if (inFiles && !Files.isDirectory(root)) {
      throw new InputException(
          root + " is not a directory, so no store is there",
          "name the directory that holds the store");
    }
  }

  private InputException notThere(String wanted) {
    List<String> others = others();
    return new InputException(
        root + " holds no store of this kind: " + wanted,
        others.isEmpty()
            ? "name the directory that holds the store"
            : "it holds this: "
                + String.join("; ", others)
                + ". Ask for that, or name another directory");
  }

  /** The stores that have files in the directory; servers are not asked. */
  private List<String> others() {
    List<String> found = new ArrayList<>();
    for (String other : MachineStores.names()) {
      MachineStoreProvider provider = MachineStores.named(other);
      for (StoreMode mode : StoreMode.values()) {
        if (provider.keepsFiles() && seen(() -> provider.isThere(root, mode))) {
          found.add("machine " + other + ", " + dataOf(mode));
        }
      }
    }
    for (String other : PortalStores.names()) {
      PortalStoreProvider provider = PortalStores.named(other);
      if (provider.keepsFiles() && seen(() -> provider.isThere(root))) {
        found.add("portal " + other);
      }
    }
    return found;
  }

  /** True if the store exists; one that cannot be read is not proposed. */
  private static boolean seen(BooleanSupplier there) {
    try {
      return there.getAsBoolean();
    } catch (MeshException e) {
      return false;
    }
  }

  private static String dataOf(StoreMode mode) {
    return mode.name().toLowerCase(Locale.ROOT) + " data";
  }
}
