package dev.meshsim.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.report.Verdict;
import dev.meshsim.scenario.run.ScenarioText;
import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole scenarios in docs/scenarios.md pass, and the smallest one is small. */
class ScenariosPageTest {

  private static final int SMALL = 12;

  @Test
  void examplesPass(@TempDir Path directory) throws IOException {
    List<String> examples =
        Pattern.compile("```yaml\\n(purpose:.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Golden.root().resolve("docs/scenarios.md")))
            .results()
            .map((MatchResult block) -> block.group(1))
            .toList();
    assertEquals(2, examples.size());
    ScenarioText run = new ScenarioText(directory);
    for (String example : examples) {
      run.run(run.write("example" + run.results.size(), example));
    }
    run.results.forEach(result -> assertEquals(Verdict.PASSED, result.verdict(), result + ""));
    assertEquals(2, run.results.size());
    long smallest = examples.stream().mapToLong(text -> text.lines().count()).min().orElseThrow();
    assertTrue(smallest <= SMALL, smallest + " lines");
  }
}
