package dev.meshsim.cli;

import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStores;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which store is meant. */
final class StorePlace {

  @Option(
      names = "--store",
      paramLabel = "NAME",
      required = true,
      description = "The kind of store; mesh-sim store list prints those there are.")
  private String name = "";

  @Option(
      names = "--root",
      paramLabel = "DIR",
      required = true,
      description = "The machine's own directory, or the portal's.")
  private Path root = Path.of("");

  /** A store, made if it is not there. */
  MachineStore machine(StoreMode mode) {
    return MachineStores.named(name).open(root, mode, World.system().stream("store", "salt"));
  }

  /** A store that somebody filled: opening another place would make an empty one. */
  MachineStore machineThatIsThere(StoreMode mode) {
    requireThere(MachineStores.named(name).keepsFiles());
    return machine(mode);
  }

  /** A store, made if it is not there. */
  PortalStore portal(Console console) {
    return PortalStores.named(name).open(root, World.system(), console.errors()::println);
  }

  /** A store that somebody filled. */
  PortalStore portalThatIsThere(Console console) {
    requireThere(PortalStores.named(name).keepsFiles());
    return portal(console);
  }

  private void requireThere(boolean inFiles) {
    if (inFiles && !Files.isDirectory(root)) {
      throw new InputException(
          root + " is not a directory, so no store is there",
          "name the directory that holds the store");
    }
  }
}
