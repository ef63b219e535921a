package dev.meshsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code doctor} and {@code --version}. */
class DoctorTest {

  @Test
  void everyLineSaysWhetherItIsThereAndWhatItIsFor() {
    Cli cli = Cli.run("doctor");
    assertEquals(0, cli.code(), cli.errors());
    List<String> lines = cli.out().lines().toList();
    assertTrue(
        lines.get(0).startsWith("found  java (" + System.getProperty("java.home")), cli.out());
    assertTrue(lines.contains("found  machine store registry: run"), cli.out());
    assertTrue(lines.stream().allMatch(l -> l.matches("(found  |absent ).+: .+")), cli.out());
    assertTrue(cli.out().contains(" chromium"), cli.out());
  }

  @Test
  void programsReadTheSame() {
    JsonNode items =
        MeshJson.readTree(Bytes.utf8(Cli.run("doctor", "--format", "json").out().strip()));
    assertEquals("java", items.get(0).path("name").asString());
    assertTrue(items.get(0).path("found").asBoolean());
    assertEquals(Cli.run("doctor").out().lines().count(), items.size());
  }

  @Test
  void theVersionNamesCommitJdkAndStores() {
    List<String> lines = Cli.run("--version").out().lines().toList();
    assertEquals(4, lines.size(), lines.toString());
    assertTrue(lines.get(0).matches("mesh-sim \\S+ \\(commit .+\\)"), lines.get(0));
    assertTrue(lines.get(1).startsWith("JDK " + System.getProperty("java.vm.version")));
    assertTrue(lines.get(2).contains("file, ") && lines.get(3).contains("jlog"), lines.toString());
  }
}
