package dev.meshsim.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.cli.Cli;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.http.server.PortalServer;
import dev.meshsim.portal.http.server.ServerLimits;
import dev.meshsim.testing.Golden;
import dev.meshsim.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios as they are, at a server that runs already. */
class RunningPortalTest {

  private static final List<String> SOME =
      List.of(
          "connection/connect-completed-twice.yaml",
          "portals/unreadable.yaml",
          "accounts/account-unknown.yaml",
          "connection/portal-restarts.yaml",
          "surroundings/portal-disk-full.yaml",
          "portals/bound-apart.yaml");

  private static Cli run(String address, Path out, List<String> files) {
    List<String> words =
        new ArrayList<>(List.of("run", "--portal", address, "--out", out.toString()));
    for (String file : files) {
      words.add(Golden.root().resolve("scenarios").resolve(file).toString());
    }
    return Cli.run(words.toArray(String[]::new));
  }

  @Test
  void aServerThatRunsIsUsed(@TempDir Path scratch) throws Exception {
    try (MeshPortalDirect portal =
            MeshPortalDirect.open(
                World.system(), "example.com", Dialect.MESH, new MemoryPortalStore());
        PortalServer server = PortalServer.start(portal, ServerLimits.DEFAULT)) {
      Cli run = run(server.address().toString(), scratch.resolve("out"), SOME);
      assertEquals(0, run.code(), run.out() + run.errors());
      String junit = Files.readString(scratch.resolve("out/junit.xml"));
      for (String reason :
          List.of(
              "the portal cannot be stopped from outside",
              "disks cannot fail from outside",
              "it needs several portals")) {
        assertTrue(junit.contains("<skipped message=\"" + reason), reason + "\n" + junit);
      }
      // The kit's own portal was not asked: the accounts were made, and deleted, at the server.
      assertTrue(
          portal.trace().exchanges().stream()
              .anyMatch(one -> one.transaction().equals("DeleteAccount")));
    }
  }

  @Test
  void nothingApplicableIsSaid(@TempDir Path scratch) {
    Cli run = run("http://127.0.0.1:1", scratch, List.of("connection/portal-restarts.yaml"));
    assertEquals(2, run.code(), run.out() + run.errors());
  }

  @Test
  void aServerThatDoesNotAnswerIsNotJudged(@TempDir Path scratch) {
    Cli run = run("http://127.0.0.1:1", scratch, List.of("portals/unreadable.yaml"));
    assertEquals(4, run.code(), run.out());
    assertTrue(run.out().contains("portal.unreachable"), run.out() + run.errors());
  }
}
