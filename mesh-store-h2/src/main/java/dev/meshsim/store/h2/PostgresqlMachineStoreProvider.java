package dev.meshsim.store.h2;

import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MachineStoreProvider;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.store.StoreException;
import dev.meshsim.store.h2.database.PostgresqlServer;
import dev.meshsim.world.RandomStream;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Opens machines in the PostgreSQL database that the environment variable {@code MESH_SIM_POSTGRES}
 * names, each in a schema of its own.
 */
public final class PostgresqlMachineStoreProvider implements MachineStoreProvider {

  /** For the service loader. */
  public PostgresqlMachineStoreProvider() {}

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public boolean keepsFiles() {
    return false;
  }

  @Override
  public boolean available() {
    return PostgresqlServer.named();
  }

  @Override
  public boolean isThere(Path root, StoreMode mode) {
    return RelationalStores.isThere(PostgresqlServer.url(), schemaOf(root, mode));
  }

  /** Drops the schema of the test data. */
  @Override
  public void discard(Path root) {
    RelationalStores.drop(PostgresqlServer.url(), schemaOf(root, StoreMode.TEST));
  }

  @Override
  public MachineStore open(Path root, StoreMode mode, RandomStream random) {
    return RelationalStores.machine(PostgresqlServer.url(), schemaOf(root, mode), mode, random);
  }

  @Override
  public MachineStore openForReading(Path root, StoreMode mode, RandomStream random) {
    if (!isThere(root, mode)) {
      throw StoreException.absent(root, name());
    }
    return RelationalStores.machineForReading(
        PostgresqlServer.url(), schemaOf(root, mode), mode, random);
  }

  static String schemaOf(Path root, StoreMode mode) {
    return PostgresqlServer.schemaOf(mode.name().toLowerCase(Locale.ROOT), root);
  }
}
