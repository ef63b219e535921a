package dev.meshsim.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.log.PortalStore;
import dev.meshsim.machine.DraftFlow;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MemoryMachineStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.world.World;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.h2.tools.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of README.md show the data. */
class ShellTest {

  private static final String RECORDS =
      "SELECT number, log, action, added, primary_key FROM %sportal_log ORDER BY number";

  @TempDir Path directory;

  private final World world = World.seeded(6);

  private void createAccount(PortalStore store) {
    try (MeshPortalDirect portal = MeshPortalDirect.open(world, "example.com", store)) {
      MeshSession session = new MeshSession(new MeshMachineCached(world, "desktop"), portal);
      PersonalProfile profile = new PersonalProfile(session.createDevice().deviceProfile());
      session.createAccount("alice@example.com", profile);
    }
  }

  private String h2Shell(String name, String sql) throws SQLException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Shell shell = new Shell();
    shell.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    String url = "jdbc:h2:file:" + directory.resolve(name) + ";ACCESS_MODE_DATA=r";
    shell.runTool("-url", url, "-user", "mesh", "-password", "", "-sql", sql);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void h2ShowsAPortal() throws SQLException {
    createAccount(RelationalStores.portal(directory, world.stream("p", "retry")));
    String shown = h2Shell("portal", RECORDS.formatted(""));
    assertTrue(shown.contains("Account$alice@example.com"), shown);
    assertTrue(shown.contains("2019-04-04 00:00:00"), shown);
    assertTrue(shown.contains("| mesh"), shown);
  }

  @Test
  void h2ShowsAMachineWithoutItsKeys() throws SQLException {
    try (MachineStore store =
        RelationalStores.machine(directory, StoreMode.TEST, world.stream("m", "retry"))) {
      DraftFlow.run(World.seeded(8), store, new MemoryMachineStore(StoreMode.TEST));
    }
    String sql = "SELECT kind, name, content FROM machine_data ORDER BY kind, name";
    String shown = h2Shell("machine-test", sql);
    assertTrue(shown.contains("alice@example.com"), shown);
    assertTrue(shown.contains("(not shown)"), shown);
    assertFalse(shown.contains("\"d\":"), "the private part of a key is shown");
  }

  @Test
  void psqlShowsAPortal() throws Exception {
    String url = Postgresql.url();
    Path psql = Path.of("/usr/bin/psql");
    assumeTrue(Files.isExecutable(psql), "there is no " + psql);
    assumeTrue(url.endsWith("?user=mesh"), "psql is only told how to reach our own cluster");
    String schema = Postgresql.freshSchema();
    try {
      createAccount(RelationalStores.portal(url, schema, world.stream("p", "retry")));
      String address =
          URI.create(url.substring("jdbc:".length()).replace("?user=mesh", "")).toString();
      Process process =
          new ProcessBuilder(
                  List.of(
                      psql.toString(),
                      "-U",
                      "mesh",
                      "-d",
                      address,
                      "-c",
                      RECORDS.formatted(schema + ".")))
              .redirectErrorStream(true)
              .start();
      String shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, process.waitFor(), shown);
      assertTrue(shown.contains("Account$alice@example.com"), shown);
      assertTrue(shown.contains("2019-04-04 00:00:00"), shown);
    } finally {
      Postgresql.drop(schema);
    }
  }
}
