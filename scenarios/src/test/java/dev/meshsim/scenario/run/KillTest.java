package dev.meshsim.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.files.ChildJvm;
import dev.meshsim.log.PortalStore;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.testing.Exhaustive;
import dev.meshsim.testing.Once;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kills a process that commits, as {@code kill -9} does, and checks its store. */
@Once
class KillTest {

  private static final List<Integer> AFTER = Exhaustive.on() ? List.of(1, 7, 40) : List.of(1, 20);

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"machine, file", "machine, registry", "machine, h2", "portal, jlog", "portal, h2"})
  void aKilledProcessLosesNothingThatItAcknowledged(String kind, String store)
      throws IOException, InterruptedException {
    Path root = directory.resolve("store");
    int before = 0;
    for (int more : AFTER) {
      int acknowledged = killAfter(more, kind, store, root) + 1;
      assertTrue(acknowledged >= before + more, "the process did not go on where it was killed");
      int held = commits(kind, store, root);
      assertTrue(
          held == acknowledged || held == acknowledged + 1,
          acknowledged + " commits were acknowledged, " + held + " are there");
      before = held;
    }
    System.out.println(kind + " " + store + ": killed " + AFTER.size() + " times, 0 lost");
  }

  /** The last number that the process printed. */
  private static int killAfter(int commits, String kind, String store, Path root)
      throws IOException, InterruptedException {
    List<String> command = ChildJvm.command(KillTarget.class);
    command.addAll(List.of(kind, store, root.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    int last = -1;
    try (BufferedReader acknowledgements = process.inputReader()) {
      String line = acknowledgements.readLine();
      for (int read = 1; line != null; read++) {
        last = Integer.parseInt(line);
        if (read == commits) {
          process.toHandle().destroyForcibly();
        }
        line = acknowledgements.readLine();
      }
    }
    assertEquals(128 + 9, process.waitFor(), "killed, and not ended by itself");
    return last;
  }

  private static int commits(String kind, String store, Path root) {
    if (kind.equals("machine")) {
      try (MachineStore opened = KillTarget.openMachine(store, root)) {
        assertEquals(List.of(), opened.check());
        return KillTarget.machineCommits(opened);
      }
    }
    try (PortalStore opened = KillTarget.openPortal(store, root)) {
      assertEquals(List.of(), opened.check());
      return KillTarget.portalCommits(opened);
    }
  }
}
