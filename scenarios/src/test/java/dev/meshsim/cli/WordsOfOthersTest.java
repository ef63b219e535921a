package dev.meshsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.error.Hostile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names, descriptions and files of others mislead nobody, whichever command shows them. */
class WordsOfOthersTest {

  /** A hostile text as YAML writes it. */
  private static final String YAML =
      "x\\e[31m\\u202E\\u2028\\u2029\\r\\n\\x7f\\x85\\x9b\\U000E0001\\t\\u200d";

  /** A hostile text as JSON writes it. */
  private static final String JSON =
      "x\\u001b[31m\\u202e\\u2028\\u2029\\r\\n\\u0000\\u007f\\u0085\\u009b\\t\\u200d";

  @TempDir private Path directory;
  private Path scenario;
  private Path results;

  @BeforeEach
  void makeLogs() throws IOException {
    scenario = Files.createDirectories(directory.resolve(Hostile.FILE)).resolve("s.yaml");
    Files.writeString(
        scenario,
        """
        purpose: "HOSTILE"
        machines: [desktop]
        portal: example.com
        steps:
          - createDevice: desktop
            id: "HOSTILE"
            description: "HOSTILE"
          - createAccount: alice@example.com
          - validate: alice@example.com
          - createAccount: alice@example.com
            expect: ok
        """
            .replace("purpose: \"HOSTILE", "purpose: \"" + YAML.replace("\\n", ""))
            .replace("HOSTILE", YAML));
    results = directory.resolve("out" + Hostile.FILE);
  }

  private Cli harmless(int code, String... arguments) {
    Cli cli = Cli.run(arguments);
    assertEquals(code, cli.code(), cli.out() + cli.errors());
    Hostile.assertHarmless(cli.out(), -1);
    Hostile.assertHarmless(cli.errors(), -1);
    return cli;
  }

  private Path logs() {
    harmless(1, "run", scenario + "", "--out", results + "");
    try (Stream<Path> files = Files.walk(results)) {
      return files.filter(file -> file.endsWith("mesh.jlog")).findFirst().orElseThrow().getParent();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aRunAndItsReports() throws IOException {
    Path logs = logs();
    harmless(1, "run", scenario + "", "--out", directory + "/json", "--format", "json");
    Hostile.assertHarmless(Files.readString(results.resolve("junit.xml")), -1);
    Hostile.assertHarmless(Files.readString(logs.resolve("transcript.md")), -1);
    Cli page = harmless(1, "transcript", scenario + "");
    assertTrue(page.out().contains("x\\u001b[31m\\u202e"), page.out());
    assertEquals(1, page.errors().lines().count(), page.errors());
  }

  @Test
  void aScenarioThatIsRefused() throws IOException {
    Files.writeString(
        scenario,
        """
        purpose: "HOSTILE"
        machines: [desktop]
        portal: "HOSTILE"
        "HOSTILE": 1
        steps:
          - "HOSTILE": desktop
          - validate: "HOSTILE"
          - createAccount: alice@example.com
            expect: ["HOSTILE"]
        """
            .replace("HOSTILE", YAML));
    Cli run = harmless(2, "run", scenario + "", "--out", results + "");
    for (List<String> problem : pairs(run.errors().lines().toList())) {
      assertTrue(problem.get(1).startsWith("hint: "), run.errors());
    }
    harmless(2, "run", scenario + "", "--out", results + "", "--format", "json");
    Hostile.assertHarmless(Files.readString(results.resolve("junit.xml")), -1);
    harmless(2, "transcript", scenario + "");
    Files.writeString(scenario, "a: [\u001b[31m\u202e");
    harmless(2, "run", scenario + "", "--out", results + "");
    Path named = Files.writeString(directory.resolve(Hostile.FILE + ".yaml"), "a: b");
    assertEquals(2, harmless(2, "run", named + "", "--out", results + "").errors().lines().count());
  }

  private static List<List<String>> pairs(List<String> lines) {
    List<List<String>> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < lines.size(); i += 2) {
      pairs.add(lines.subList(i, i + 2));
    }
    return pairs;
  }

  @Test
  void logsWithHostileNamesAndContent() throws IOException {
    Path logs = logs();
    Path mesh = logs.resolve("mesh.jlog");
    Path portal = logs.resolve("portal.jlog");
    Path hostile = logs.resolve(Hostile.FILE + ".jlog");
    harmless(0, "log", "show", "--full", mesh + "");
    harmless(0, "log", "verify", mesh + "", portal + "");
    String text = Files.readString(mesh);
    Files.writeString(
        hostile,
        text.replaceAll("\"PrimaryKey\":\"[^\"]*\"", "\"PrimaryKey\":\"" + quoted(JSON) + "\"")
            + text.replaceAll("\"Action\":\"[^\"]*\"", "\"Action\":\"" + quoted(JSON) + "\"")
            + "{\""
            + JSON
            + "\":{\""
            + JSON
            + "\":1}}\n"
            + "{\"\\ud800\":1}\n"
            + "\u001b[31m\u202e\r\u0085 no JSON\n");
    Cli shown = Cli.run("log", "show", "--full", hostile + "");
    Hostile.assertHarmless(shown.out() + shown.errors(), -1);
    assertTrue(shown.out().contains("x\\u001b[31m\\u202e"), shown.out());
    for (String format : List.of("text", "json")) {
      Cli verdict = Cli.run("log", "verify", "--format", format, hostile + "");
      Hostile.assertHarmless(verdict.out() + verdict.errors(), -1);
      assertEquals(1, verdict.code());
    }
    Path root = directory.resolve("store" + Hostile.FILE);
    for (String command : List.of("import", "replay")) {
      List<String> arguments = new ArrayList<>(List.of("log", command));
      if (command.equals("import")) {
        arguments.addAll(List.of("--store", "jlog", "--root", root + ""));
      }
      arguments.addAll(List.of(hostile + "", portal + ""));
      // Replay reads the messages from its standard input.
      Cli cli = Cli.piped(Files.readString(hostile), arguments.toArray(String[]::new));
      Hostile.assertHarmless(cli.out() + cli.errors(), -1);
    }
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\");
  }

  @Test
  void storesAtHostilePlaces() throws IOException {
    Path logs = logs();
    Path to = directory.resolve("export" + Hostile.FILE);
    harmless(0, "store", "export", "--portal", "--store", "jlog", "--root", logs + "", to + "");
    Files.writeString(to.resolve("mesh.jlog"), "\u001b[31m\u202e\r damaged\n");
    Cli check = harmless(1, "store", "check", "--portal", "--store", "jlog", "--root", to + "");
    assertTrue(check.out().contains("\\u001b[31m"), check.out());
    for (List<String> finding : pairs(check.out().lines().toList())) {
      assertTrue(finding.get(1).startsWith("  hint: "), check.out());
    }
    harmless(2, "store", "check", "--store", "file", "--root", to.resolve("none") + "");
  }

  @Test
  void argumentsAndFilesThatAreWrong() throws IOException {
    Path file = directory.resolve("2" + Hostile.FILE);
    Files.writeString(file, "{\"\u001b[31m\u202e\": {\"Identifier\": \"\u202e\"}}");
    for (String[] arguments :
        new String[][] {
          {Hostile.TEXT},
          {"run", "--" + Hostile.TEXT},
          {"run", "--format", Hostile.TEXT},
          {"run", directory.resolve("no" + Hostile.FILE) + ""},
          {"run", "--store", Hostile.TEXT},
          {"profile", "open", file + ""},
          {"profile", "open", file + "", "--keys", file + ""},
          {"escrow", "open", file + "", "--share", Hostile.TEXT},
          {"udf", file + ""},
          {"share", "combine", Hostile.TEXT},
          {"log", "show", file + "no"},
          {"log", "verify", file + "no"},
          {"store", "check", "--store", Hostile.TEXT, "--root", file + ""},
        }) {
      Cli cli = Cli.run(arguments);
      Hostile.assertHarmless(cli.out() + cli.errors(), -1);
      assertTrue(cli.code() != 3, cli.errors());
    }
  }
}
