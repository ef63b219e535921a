package dev.meshsim.store.h2;

import dev.meshsim.log.PortalStore;
import dev.meshsim.log.ReadOnlyPortalStore;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.ReadOnlyMachineStore;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.store.h2.database.Database;
import dev.meshsim.store.h2.database.DatabaseException;
import dev.meshsim.store.h2.database.H2File;
import dev.meshsim.store.h2.database.PostgresqlServer;
import dev.meshsim.store.h2.database.Schema;
import dev.meshsim.store.h2.database.Session;
import dev.meshsim.store.h2.database.SqlStore;
import dev.meshsim.world.RandomStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Opens stores in databases. Every method throws a {@link DatabaseException} if it cannot. */
public final class RelationalStores {

  private static final String TABLES =
      "SELECT COUNT(*) FROM information_schema.tables"
          + " WHERE table_schema = ? AND table_name = 'schema_version'";

  private RelationalStores() {}

  /**
   * A portal in the H2 file {@code portal.mv.db}, made if it is not there.
   *
   * @param directory the portal's own directory
   * @param random the source of the pauses between retries
   */
  public static PortalStore portal(Path directory, RandomStream random) {
    H2File file = H2File.real(directory, SqlPortalStore.CONTENT);
    return SqlPortalStore.open(file.open(Schema.PORTAL, SqlPortalStore.CONTENT, random));
  }

  /** A portal in an H2 file that is there, for reading only. */
  static PortalStore portalForReading(Path directory, RandomStream random) {
    H2File file = H2File.real(directory, SqlPortalStore.CONTENT);
    return readOnly(file.openForReading(Schema.PORTAL, SqlPortalStore.CONTENT, random));
  }

  /** A portal in tables of a PostgreSQL database that are there, for reading only. */
  static PortalStore portalForReading(String url, String schema, RandomStream random) {
    Database database = PostgresqlServer.database(url, schema);
    return readOnly(read(database, Schema.PORTAL, SqlPortalStore.CONTENT, random));
  }

  private static PortalStore readOnly(SqlStore store) {
    return new ReadOnlyPortalStore(new SqlPortalStore(store), store.place());
  }

  /** True if the directory has a portal's H2 file. */
  static boolean portalIsThere(Path directory) {
    return H2File.real(directory, SqlPortalStore.CONTENT).isThere();
  }

  /** A portal in H2 in memory; its data ends with it. */
  public static PortalStore portalInMemory(RandomStream random) {
    return SqlPortalStore.open(open(inMemory(), Schema.PORTAL, SqlPortalStore.CONTENT, random));
  }

  /**
   * A portal in a PostgreSQL database, which several may share. Its tables are made in the schema
   * {@code schema} if they are not there.
   *
   * @param url {@code jdbc:postgresql:...}, with user and password
   * @param schema an identifier of lower-case letters, digits and underscores, or null for the
   *     connection's own
   */
  public static PortalStore portal(String url, @Nullable String schema, RandomStream random) {
    Database database = PostgresqlServer.database(url, schema);
    return SqlPortalStore.open(open(database, Schema.PORTAL, SqlPortalStore.CONTENT, random));
  }

  /** A machine in the H2 file {@code machine-test.mv.db} or {@code machine-production.mv.db}. */
  public static MachineStore machine(Path directory, StoreMode mode, RandomStream random) {
    String content = contentOf(mode);
    H2File file = H2File.real(directory, content);
    return new SqlMachineStore(file.open(Schema.MACHINE, content, random), mode);
  }

  /** A machine in an H2 file that is there, for reading only. */
  static MachineStore machineForReading(Path directory, StoreMode mode, RandomStream random) {
    String content = contentOf(mode);
    SqlStore store =
        H2File.real(directory, content).openForReading(Schema.MACHINE, content, random);
    return new ReadOnlyMachineStore(new SqlMachineStore(store, mode), store.place());
  }

  /** A machine in tables of a PostgreSQL database that are there, for reading only. */
  static MachineStore machineForReading(
      String url, String schema, StoreMode mode, RandomStream random) {
    Database database = PostgresqlServer.database(url, schema);
    SqlStore store = read(database, Schema.MACHINE, contentOf(mode), random);
    return new ReadOnlyMachineStore(new SqlMachineStore(store, mode), store.place());
  }

  /** True if the directory has the H2 file of a machine's data of that mode. */
  static boolean machineIsThere(Path directory, StoreMode mode) {
    return H2File.real(directory, contentOf(mode)).isThere();
  }

  /** A machine in H2 in memory; its data ends with it. */
  public static MachineStore machineInMemory(StoreMode mode, RandomStream random) {
    return new SqlMachineStore(open(inMemory(), Schema.MACHINE, contentOf(mode), random), mode);
  }

  /** A machine in a PostgreSQL database; see {@link #portal(String, String, RandomStream)}. */
  public static MachineStore machine(
      String url, @Nullable String schema, StoreMode mode, RandomStream random) {
    Database database = PostgresqlServer.database(url, schema);
    return new SqlMachineStore(open(database, Schema.MACHINE, contentOf(mode), random), mode);
  }

  /** True if the schema {@code schema} of a PostgreSQL database has the tables of a store. */
  static boolean isThere(String url, String schema) {
    Database database = PostgresqlServer.database(url, schema);
    try (Session session = database.connect()) {
      return session.number(TABLES, schema) > 0;
    } catch (SQLException e) {
      throw PostgresqlServer.failedToOpen(database, e);
    }
  }

  /** Removes the schema {@code schema} of a PostgreSQL database with all that is in it. */
  static void drop(String url, String schema) {
    Database database = PostgresqlServer.database(url, schema);
    try (Session session = database.connect()) {
      session.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
      session.commit();
    } catch (SQLException e) {
      throw PostgresqlServer.failedToOpen(database, e);
    }
  }

  public static String contentOf(StoreMode mode) {
    return "machine-" + mode.name().toLowerCase(Locale.ROOT);
  }

  private static Database inMemory() {
    Properties properties = new Properties();
    properties.setProperty("user", "mesh");
    properties.setProperty("password", "");
    String name = "mesh" + MemoryNames.next();
    String url = "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=0;TRACE_LEVEL_SYSTEM_OUT=0";
    return new Database("H2 memory " + name, url, properties, null, true);
  }

  private static SqlStore open(
      Database database, Schema schema, String content, RandomStream random) {
    try {
      return new SqlStore(database, schema, content, random, () -> {});
    } catch (SQLException e) {
      throw DatabaseException.failed(database.place(), "open it", e);
    }
  }

  private static SqlStore read(
      Database database, Schema schema, String content, RandomStream random) {
    try {
      return SqlStore.openForReading(database, schema, content, random);
    } catch (SQLException e) {
      throw DatabaseException.failed(database.place(), "open it", e);
    }
  }

  /** Unique names for databases in memory: H2 opens two of one name as one database. */
  private static final class MemoryNames {

    private static final AtomicLong COUNT = new AtomicLong();

    static long next() {
      return COUNT.incrementAndGet();
    }
  }
}
