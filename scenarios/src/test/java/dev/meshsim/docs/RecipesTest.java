package dev.meshsim.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.cli.Cli;
import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The recipes of docs/recipes are YAML, and the command understands what they say to it. */
class RecipesTest {

  private static final Pattern COMMAND =
      Pattern.compile("(?<![\\w.])(?:bin/)?mesh-sim ((?:run|merge) [^\\n|`]*)");

  private static String recipe(String file) throws IOException {
    return Files.readString(Golden.root().resolve("docs/recipes").resolve(file));
  }

  private static List<List<String>> commands(String text) {
    List<List<String>> commands = new ArrayList<>();
    for (MatchResult found : COMMAND.matcher(text).results().toList()) {
      String words =
          found
              .group(1)
              .replaceAll("\\$\\{\\{[^}]*\\}\\}|\\$[A-Za-z_]+", "1")
              .replace("\"", "")
              .strip();
      commands.add(List.of(words.split("\\s+")));
    }
    return commands;
  }

  @ParameterizedTest
  @ValueSource(strings = {"github-actions.yaml", "gitlab-ci.yaml", "kubernetes-job.yaml"})
  void aRecipeRunsFourPartsAndMergesThem(String file) throws IOException {
    String text = recipe(file);
    assertTrue(text.startsWith("# Not run by this project"), text);
    int documents = 0;
    for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(text)) {
      assertTrue(document instanceof Map, document + "");
      documents++;
    }
    assertEquals(1, documents);
    List<List<String>> commands = commands(text);
    commands.forEach(words -> Cli.commandLine().parseArgs(words.toArray(String[]::new)));
    List<String> merge =
        commands.stream().filter(words -> words.get(0).equals("merge")).findFirst().orElseThrow();
    assertEquals(4, merge.indexOf("--out") - 1, merge + "");
    assertTrue(commands.stream().anyMatch(words -> words.contains("--shard")), commands + "");
  }

  @Test
  void thePageNamesEveryRecipe() throws IOException {
    String page = recipe("README.md");
    commands(page).forEach(words -> Cli.commandLine().parseArgs(words.toArray(String[]::new)));
    try (var files = Files.list(Golden.root().resolve("docs/recipes"))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        assertTrue(name.equals("README.md") || page.contains("(" + name + ")"), name);
      }
    }
  }
}
