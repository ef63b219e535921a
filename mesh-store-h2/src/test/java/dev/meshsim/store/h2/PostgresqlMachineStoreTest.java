package dev.meshsim.store.h2;

import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MachineStoreContract;
import dev.meshsim.machine.MachineStoreProvider;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.store.StoreException;
import dev.meshsim.testing.Once;
import dev.meshsim.testing.Sampled;
import dev.meshsim.world.RandomStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;

@Once
@Sampled(3)
class PostgresqlMachineStoreTest extends MachineStoreContract {

  private final Set<String> schemas = new TreeSet<>();

  @Override
  protected String whyTextsMayStay() {
    return "the driver holds what it has sent and received in buffers, which nothing can erase";
  }

  @Override
  protected MachineStoreProvider provider() {
    return new MachineStoreProvider() {
      @Override
      public String name() {
        return "postgresql";
      }

      @Override
      public boolean keepsFiles() {
        return false;
      }

      @Override
      public void discard(Path root) {
        String schema = PostgresqlMachineStoreProvider.schemaOf(root, StoreMode.TEST);
        RelationalStores.drop(Postgresql.url(), schema);
      }

      @Override
      public boolean isThere(Path root, StoreMode mode) {
        String schema = PostgresqlMachineStoreProvider.schemaOf(root, mode);
        return RelationalStores.isThere(Postgresql.url(), schema);
      }

      @Override
      public MachineStore open(Path root, StoreMode mode, RandomStream random) {
        String url = Postgresql.url();
        String schema = PostgresqlMachineStoreProvider.schemaOf(root, mode);
        schemas.add(schema);
        return RelationalStores.machine(url, schema, mode, random);
      }

      @Override
      public MachineStore openForReading(Path root, StoreMode mode, RandomStream random) {
        if (!isThere(root, mode)) {
          throw StoreException.absent(root, name());
        }
        String schema = PostgresqlMachineStoreProvider.schemaOf(root, mode);
        return RelationalStores.machineForReading(Postgresql.url(), schema, mode, random);
      }
    };
  }

  @AfterEach
  void dropSchemas() {
    schemas.forEach(Postgresql::drop);
  }
}
