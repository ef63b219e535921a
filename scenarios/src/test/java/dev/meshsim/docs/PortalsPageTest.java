package dev.meshsim.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples on the page about several portals are those that are run. */
class PortalsPageTest {

  @Test
  void theProgramIsTheOneOfTheTest() throws IOException {
    String test = "mesh-sim/src/test/java/dev/meshsim/session/PortalsExampleTest.java";
    String source = Files.readString(Golden.root().resolve(test)).indent(-4);
    assertTrue(source.contains(block("java")), () -> "the page does not quote " + test);
  }

  @Test
  void theStepsAreThoseOfTheScenario() throws IOException {
    String steps = block("yaml").indent(2);
    String scenario = Files.readString(Golden.root().resolve("scenarios/portals/portals.yaml"));
    assertTrue(scenario.contains(steps), "the page does not quote scenarios/portals/portals.yaml");
  }

  private static String block(String language) throws IOException {
    String page = Files.readString(Golden.root().resolve("docs/portals.md"));
    Matcher found = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page);
    assertTrue(found.find(), () -> "no block of " + language);
    return found.group(1);
  }
}
