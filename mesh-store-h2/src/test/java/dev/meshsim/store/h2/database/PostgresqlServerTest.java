package dev.meshsim.store.h2.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.files.ChildJvm;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStores;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.store.Finding;
import dev.meshsim.store.h2.Postgresql;
import dev.meshsim.store.h2.RelationalStores;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages about a missing or wrong PostgreSQL server. */
class PostgresqlServerTest {

  private final World world = World.seeded(1);
  private final RandomStream random = world.stream("test", "retry");

  @Test
  void whereNoneIsNamedTheVariableIs() {
    assumeFalse(PostgresqlServer.named(), "a server is named here");
    Path root = Path.of("nowhere");
    for (MeshException e :
        new MeshException[] {
          Failing.with(
              DatabaseException.Code.NO_SERVER,
              () -> PortalStores.named("postgresql").open(root, world, warning -> {})),
          Failing.with(
              DatabaseException.Code.NO_SERVER,
              () -> MachineStores.named("postgresql").open(root, StoreMode.TEST, random))
        }) {
      assertEquals("store.database.no-server", e.code());
      assertTrue(e.problem().contains("MESH_SIM_POSTGRES"), e::problem);
      assertTrue(e.hint().contains("jdbc:postgresql://"), e::hint);
    }
  }

  @Test
  void aServerThatDoesNotAnswerIsNamedWithoutThePassword() {
    String place = "jdbc:postgresql://127.0.0.1:1/mesh";
    String url = place + "?user=mesh&password=hidden";
    for (MeshException e :
        new MeshException[] {
          Failing.with(
              DatabaseException.Code.FAILED, () -> RelationalStores.portal(url, "s", random)),
          Failing.with(
              DatabaseException.Code.FAILED,
              () -> RelationalStores.machine(url, "s", StoreMode.TEST, random))
        }) {
      assertTrue(e.problem().startsWith(place + " schema s: could not open it: "), e::problem);
      assertFalse(e.getMessage().contains("hidden"), e::getMessage);
      assertTrue(e.hint().contains("MESH_SIM_POSTGRES"), e::hint);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://mesh:secret@127.0.0.1/mesh",
        "jdbc:postgresql://mesh:secret@127.0.0.1:1/mesh",
        "jdbc:postgresql://mesh:secret/mesh",
        "jdbc:postgresql://127.0.0.1:1/mesh;password=secret",
        "jdbc:postgresql://127.0.0.1:1/mesh&password=secret",
        "jdbc:postgresql://127.0.0.1:1/mesh/x?password=secret",
        "jdbc:postgresql://127.0.0.1:1/mesh?password=secret%zz",
        "jdbc:postgresql://127.0.0.1:99999/mesh?password=secret",
        "jdbc:postgresql:mesh;password=secret",
        "jdbc:h2:mem:secret",
        "secret"
      })
  void anAddressOfAnotherFormIsRefusedAndNotShown(String url) {
    for (Executable open :
        List.<Executable>of(
            () -> RelationalStores.portal(url, "s", random),
            () -> RelationalStores.machine(url, null, StoreMode.TEST, random))) {
      MeshException e = Failing.with(DatabaseException.Code.BAD_ADDRESS, open);
      StringWriter all = new StringWriter();
      e.printStackTrace(new PrintWriter(all));
      assertFalse(all.toString().contains("secret"), all::toString);
      assertEquals("store.database.bad-address", e.code());
      assertTrue(e.problem().startsWith("MESH_SIM_POSTGRES: "), e::problem);
      assertTrue(e.problem().contains("jdbc:postgresql://host"), e::problem);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql:mesh",
        "jdbc:postgresql:/",
        "jdbc:postgresql://db.example.com",
        "jdbc:postgresql://db.example.com:5433/",
        "jdbc:postgresql://a.example,b-2.example:5433/mesh_1",
        "jdbc:postgresql://[2001:db8::1]:5432/my%20mesh"
      })
  void thePlaceIsWhatStandsBeforeTheQuestionMark(String place) {
    assertEquals(place, PostgresqlServer.database(place, null).place());
    String url = place + "?user=mesh&password=a;b@c?d%25";
    assertEquals(place + " schema s", PostgresqlServer.database(url, "s").place());
  }

  /** Prints the names of both kinds of store, as a process with another environment sees them. */
  static final class Names {

    private Names() {}

    public static void main(String[] arguments) {
      System.out.println(PortalStores.names() + " " + MachineStores.names());
    }
  }

  private static String namesWhere(String variable) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(ChildJvm.command(Names.class));
    builder.environment().put(PostgresqlServer.VARIABLE, variable);
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor());
    return printed;
  }

  @ParameterizedTest
  @CsvSource({"'', false", "'  ', false", "jdbc:postgresql:mesh, true"})
  void aBlankVariableCountsAsNotSet(String variable, boolean listed) throws Exception {
    String names = namesWhere(variable);
    assertTrue(names.contains("h2"), names);
    assertEquals(listed ? 3 : 1, names.split("postgresql", -1).length, names);
  }

  @Test
  void aDatabaseOrRoleThatIsNotThereIsLookedForInTheVariable() {
    String url = Postgresql.url();
    String place = PostgresqlServer.database(url, null).place();
    String elsewhere = place.substring(0, place.lastIndexOf('/')) + "/mesh_nowhere";
    for (String bad : List.of(url.replace(place, elsewhere), place + "?user=mesh_nobody")) {
      MeshException e =
          Failing.with(
              DatabaseException.Code.FAILED, () -> RelationalStores.portal(bad, "s", random));
      assertTrue(e.hint().contains("MESH_SIM_POSTGRES"), e.getMessage());
    }
  }

  @Test
  void aMissingTableOfAPortalIsRestored() {
    String url = Postgresql.url();
    String schema = Postgresql.freshSchema();
    try (PortalStore store = RelationalStores.portal(url, schema, random)) {
      Postgresql.execute("DROP TABLE " + schema + ".portal_record CASCADE");
      Finding finding = store.check().get(0);
      assertEquals(PostgresqlServer.database(url, schema).place(), finding.place());
      assertTrue(finding.problem().startsWith("could not read: "), finding::problem);
      assertTrue(finding.hint().contains("restore the database from a copy"), finding::hint);
    } finally {
      Postgresql.drop(schema);
    }
  }
}
