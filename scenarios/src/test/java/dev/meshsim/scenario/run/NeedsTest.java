package dev.meshsim.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.cli.Cli;
import dev.meshsim.scenario.Need;
import dev.meshsim.scenario.StepKind;
import dev.meshsim.scenario.StepKinds;
import dev.meshsim.scenario.reader.ScenarioReader;
import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The needs of a case follow from its steps and its first keys, and the list shows them. */
class NeedsTest {

  private static final String HEAD = "purpose: x\nmachines: [a]\nportal: example.com\n";

  @TempDir private Path directory;

  private static List<String> needs(String text) {
    return Case.of("x", ScenarioReader.cases("x", "x.yaml", text.getBytes(StandardCharsets.UTF_8)))
        .get(0)
        .needs();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          steps: [eraseTest: a]                                 | -
          steps: [wait: 8 days]                                 | clock
          steps: [restart: a]                                   | restart
          steps: [restartPortal: example.com]                   | restart
          steps: [away: example.com, back: example.com]         | fault
          steps: [{away: example.com}, {wait: 1 day}, {restart: a}] | clock restart fault
          dialect: mesh                                         | dialect
          suite: Ed448                                          | dialect
          logs: [mesh.jlog]                                     | store dialect
          """)
  void followFromTheFile(String keys, String expected) {
    String steps = keys.startsWith("steps") ? keys : keys + "\nsteps: [eraseTest: a]";
    assertEquals(
        expected.equals("-") ? List.of() : List.of(expected.split(" ")), needs(HEAD + steps));
  }

  @Test
  void everyNeedIsOneOfAStepOrOfTheHead() {
    Set<Need> seen = EnumSet.of(Need.STORE, Need.DIALECT, Need.LOG);
    StepKinds.all().stream().map(StepKind::surroundings).forEach(seen::addAll);
    assertEquals(EnumSet.allOf(Need.class), seen);
  }

  @Test
  void theListShowsThem() throws IOException {
    Path file =
        new ScenarioText(directory).write("waits", HEAD + "dialect: mesh\nsteps: [wait: 8 days]");
    Cli text = Cli.run("run", file + "", "--list");
    assertTrue(text.out().endsWith("needs: clock, dialect\n"), text.out());
    Cli json = Cli.run("run", file + "", "--list", "--format", "json");
    assertTrue(json.out().contains("\"needs\":[\"clock\",\"dialect\"]"), json.out());
    Cli own = Cli.run("run", Golden.root().resolve("scenarios/portals/away.yaml") + "", "--list");
    assertTrue(own.out().endsWith("needs: restart, fault\n"), own.out());
  }
}
