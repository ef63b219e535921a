package dev.meshsim.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.cli.Cli;
import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page about the first scenario says is what happens. */
class FirstScenarioPageTest {

  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w*)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  @TempDir Path directory;

  private static List<String> blocks(String language) throws IOException {
    String page = Files.readString(Golden.root().resolve("docs/first-scenario.md"));
    return BLOCK
        .matcher(page)
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  private Cli run(String name, String text) throws IOException {
    Path file = Files.writeString(directory.resolve(name), text);
    return Cli.run("run", file.toString(), "--out", directory.resolve("out").toString());
  }

  /** The output without the directory, the last line and the times, as the page has it. */
  private String shown(Cli cli) {
    String text = cli.out().replace(directory + "/", "").replaceAll(", \\d+ ms", ", N ms");
    return text.substring(0, text.lastIndexOf("seed "));
  }

  private static void assertOnPage(String shown) throws IOException {
    List<String> there =
        blocks("").stream().map(text -> text.replaceAll(", \\d+ ms", ", N ms")).toList();
    assertTrue(there.contains(shown), () -> "the page does not have\n" + shown);
  }

  @Test
  void theFirstScenarioPassesAndFailsAsShown() throws IOException {
    String text = blocks("yaml").get(0);
    Cli passed = run("join.yaml", text);
    assertEquals(0, passed.code(), passed.out() + passed.errors());
    assertOnPage(shown(passed));
    Cli failed = run("join.yaml", text.replace("2 devices", "3 devices"));
    assertEquals(1, failed.code());
    assertOnPage(shown(failed));
    Cli wrong = run("join.yaml", text.replace("refresh", "refersh"));
    assertEquals(2, wrong.code());
    String errors = wrong.errors().replace(directory + "/", "");
    assertOnPage(errors.substring(0, errors.indexOf("; calls: ")) + "\n");
    assertTrue(errors.contains("hint: did you mean \"refresh\"?"), errors);
  }

  @Test
  void eachRowIsACaseThatItsLineSelects() throws IOException {
    Cli all = run("names.yaml", blocks("yaml").get(1));
    assertOnPage(shown(all));
    Cli one =
        Cli.run(
            "run", directory.resolve("names.yaml:6") + "", "--out", directory.resolve("o") + "");
    assertTrue(one.out().startsWith("passed     names[taken] "), one.out() + one.errors());
    assertTrue(one.out().contains("1 passed, 0 failed"), one.out());
  }
}
