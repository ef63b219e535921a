package dev.meshsim.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Results go into the project only if the command is run there. */
class ProjectDirectoryTest {

  @Test
  void resultsOfARunElsewhereAreInTheWorkingDirectory() {
    Path home = Path.of("/home/project");
    Path elsewhere = Path.of("mesh-sim-results");
    assertEquals(elsewhere, ProjectDirectory.results(Path.of("/home/other"), home));
    assertEquals(elsewhere, ProjectDirectory.results(Path.of("/home"), home));
    assertEquals(elsewhere, ProjectDirectory.results(Path.of("/home/project-2"), home));
    Path inside = ProjectDirectory.path("target/mesh-sim");
    assertEquals(inside, ProjectDirectory.results(home, home));
    assertEquals(inside, ProjectDirectory.results(Path.of("/home/project/docs"), home));
  }
}
