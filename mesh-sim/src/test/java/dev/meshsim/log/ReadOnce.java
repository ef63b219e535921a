package dev.meshsim.log;

import dev.meshsim.error.MeshException;
import dev.meshsim.store.Finding;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.List;

/** Reads the portal store of a kind and a root, checks it, and prints what came of it. */
final class ReadOnce {

  private ReadOnce() {}

  public static void main(String[] arguments) {
    PortalStoreProvider provider = PortalStores.named(arguments[0]);
    Path root = Path.of(arguments[1]);
    World world = World.seeded(1);
    try (PortalStore store = provider.openForReading(root, world, System.out::println)) {
      int records = store.scan(LogName.PORTAL, PageRequest.all()).items().size();
      List<Finding> findings = provider.check(root, world);
      System.out.println(
          records + " record, " + (findings.isEmpty() ? "no finding" : findings.toString()));
    } catch (MeshException e) {
      System.out.println(e.code() + "\n" + e.getMessage());
    }
  }
}
