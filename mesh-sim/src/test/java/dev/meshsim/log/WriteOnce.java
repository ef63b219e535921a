package dev.meshsim.log;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Opens the portal store of a kind and a root, writes a record, and prints what came of it. */
final class WriteOnce {

  private WriteOnce() {}

  public static void main(String[] arguments) {
    Change change =
        Change.update(
            LogName.PORTAL,
            "Account$a",
            List.of(),
            Bytes.utf8("{}"),
            Instant.parse("2019-04-04T00:00:00Z"));
    try (PortalStore store =
        PortalStores.named(arguments[0])
            .open(Path.of(arguments[1]), World.seeded(1), System.out::println)) {
      store.transact(
          tx -> {
            tx.put(change);
            return null;
          });
      System.out.println("written");
    } catch (MeshException e) {
      System.out.println(e.code() + "\n" + e.getMessage());
    }
  }
}
