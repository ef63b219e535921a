package dev.meshsim.machine;

import dev.meshsim.error.MeshException;
import dev.meshsim.store.Finding;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.List;

/** Reads the machine store of a kind and a root, checks it, and prints what came of it. */
final class ReadMachineOnce {

  private ReadMachineOnce() {}

  public static void main(String[] arguments) {
    MachineStoreProvider provider = MachineStores.named(arguments[0]);
    Path root = Path.of(arguments[1]);
    RandomStream random = World.seeded(1).stream("m", "store");
    try (MachineStore store = provider.openForReading(root, StoreMode.TEST, random)) {
      long records = LogicalContent.of(store).lines().count();
      List<Finding> findings = provider.check(root, StoreMode.TEST, random);
      System.out.println(
          records + " records, " + (findings.isEmpty() ? "no finding" : findings.toString()));
    } catch (MeshException e) {
      System.out.println(e.code() + "\n" + e.getMessage());
    }
  }
}
