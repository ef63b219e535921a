package dev.meshsim.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.files.FilesException;
import dev.meshsim.files.TreeSnapshot;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.testing.Exhaustive;
import dev.meshsim.testing.Golden;
import dev.meshsim.testing.Once;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program in a process of its own finds the profile that an earlier process made. */
@Once
class OwnStoreTest {

  @TempDir private Path directory;

  /** What one run prints. */
  private record Run(Process process, List<String> lines) implements AutoCloseable {

    @Override
    public void close() {
      try {
        process.getOutputStream().close();
        assertEquals(0, process.waitFor());
      } catch (IOException | InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private Run run(int lines, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("-Duser.home=" + home());
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(OwnProgram.class.getName());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> printed = new ArrayList<>();
    BufferedReader reader = process.inputReader();
    for (String line = reader.readLine();
        line != null && printed.size() < lines;
        line = printed.size() < lines ? reader.readLine() : null) {
      printed.add(line);
    }
    return new Run(process, printed);
  }

  private Path home() throws IOException {
    return Files.createDirectories(directory.resolve("home"));
  }

  @ParameterizedTest
  @CsvSource({
    "usual, file, .mmm, .mmm/test",
    "registry, registry, .mmm-registry/MathematicalMesh.reg, .mmm-registry/CryptoMesh.reg",
    "h2, h2, .mmm-h2/machine-production.mv.db, .mmm-h2/machine-test.mv.db"
  })
  void aLaterProcessFindsTheProfileAndTheDevice(
      String named, String kind, String production, String test) throws IOException {
    assumeTrue(
        kind.equals("file") || Exhaustive.on(), "two processes more: -Dmeshsim.exhaustive=true");
    Run first = run(5, "production", named);
    String profile;
    String device;
    try (first) {
      profile = first.lines().get(1);
      device = first.lines().get(2);
      assertEquals(
          List.of("account: false", profile, device, "connected: false", "open: 1"), first.lines());
      Set<Path> before = TreeSnapshot.of(home()).keySet();
      FilesException.FileLocked e =
          TestHome.with(
              home(),
              () ->
                  assertThrows(
                      FilesException.FileLocked.class, () -> MeshMachine.ofThisComputer(kind)));
      assertEquals("process " + first.process().pid(), e.holder());
      assertTrue(e.place().startsWith(home().toString()), e::place);
      assertEquals(before, TreeSnapshot.of(home()).keySet());
    }
    assertTrue(Files.exists(home().resolve(production)));
    assertTrue(Files.exists(home().resolve(test)));
    try (Run second = run(5, "production", named)) {
      assertEquals(
          List.of("account: true", profile, device, "connected: true", "open: 1"), second.lines());
    }
  }

  @Test
  void everyRunForTestingStartsEmpty() throws IOException {
    for (String account : List.of("alice@example.com", "bob@example.com")) {
      try (Run run = run(3, "debug", account)) {
        assertEquals(List.of("account: false", "devices: 0"), run.lines().subList(0, 2));
        assertTrue(run.lines().get(2).startsWith("profile: M"), run.lines().toString());
      }
    }
    assertFalse(Files.exists(home().resolve(".mmm/profiles.json")), "no production data");
  }

  @Test
  void theReadmeQuotesTheProgram() throws IOException {
    String program = Files.readString(Path.of("src/test/java/dev/meshsim/docs/OwnProgram.java"));
    String quoted =
        program
            .substring(
                program.indexOf("  // 6.2 Creating"), program.indexOf("  private OwnProgram"))
            .stripTrailing();
    String readme = Files.readString(Golden.root().resolve("README.md"));
    assertTrue(
        readme.contains(quoted.replaceAll("(?m)^  ", "")),
        "README.md does not quote OwnProgram; copy it from there");
  }
}
