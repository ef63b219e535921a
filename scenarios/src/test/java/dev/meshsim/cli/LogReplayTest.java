package dev.meshsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs of one portal, imported and replayed by another. */
class LogReplayTest {

  private static final String GET = "{\"Get\": {\"Account\": \"alice@example.com\"}}";

  @TempDir private Path directory;
  private Path mesh = Path.of("");
  private Path portal = Path.of("");

  @BeforeEach
  void writeLogs() throws IOException {
    Path scenario = directory.resolve("first.yaml");
    Files.writeString(
        scenario,
        """
        purpose: What the logs hold.
        machines: [desktop]
        portal: example.com
        dialect: portal-2017
        steps:
          - createDevice: desktop
          - createAccount: alice@example.com
        """);
    run(scenario, "written");
    mesh = directory.resolve("written/first/mesh.jlog");
    portal = directory.resolve("written/first/portal.jlog");
  }

  private String run(Path scenario, String out) {
    Cli cli = Cli.run("run", "--out", directory.resolve(out) + "", scenario + "");
    assertEquals(0, cli.code(), cli.out() + cli.errors());
    return cli.out();
  }

  @Test
  void replayAnswersEveryRequestEvenAnInvalidOne() {
    Cli cli = Cli.piped(GET + "\n" + GET + " nonsense", "log", "replay", mesh + "", portal + "");
    assertEquals("", cli.errors());
    assertEquals(0, cli.code());
    List<String> tags = cli.out().lines().filter(line -> line.matches("  \"\\w+\": \\{")).toList();
    assertEquals(
        List.of("  \"GetResponse\": {", "  \"GetResponse\": {", "  \"MeshResponse\": {"), tags);
    assertEquals(2, cli.out().lines().filter(line -> line.contains("\"Status\": 201")).count());
    assertEquals(1, cli.out().lines().filter(line -> line.contains("\"Status\": 400")).count());
  }

  @Test
  void importFillsAStoreWhoseExportVerifies() {
    Path store = directory.resolve("store");
    Cli imported =
        Cli.run("log", "import", "--store", "h2", "--root", store + "", mesh + "", portal + "");
    assertEquals(
        List.of("1 Account", "1 SignedPersonalProfile", "2 records, dialect portal-2017"),
        imported.out().lines().sorted().toList());
    assertEquals(0, imported.code());
    Path out = directory.resolve("out");
    Cli exported = Cli.run("log", "export", "--store", "h2", "--root", store + "", out + "");
    assertEquals(0, exported.code(), exported.errors());
    Cli verified =
        Cli.run("log", "verify", out.resolve("mesh.jlog") + "", out.resolve("portal.jlog") + "");
    assertEquals(0, verified.code(), verified.out());
    assertTrue(verified.out().contains("generation 2017, 2 records, 0 unreadable"), verified.out());
    Cli again = Cli.run("log", "export", "--store", "h2", "--root", store + "", out + "");
    assertEquals(2, again.code());
    assertTrue(again.errors().contains("hint: name a directory that has no"), again.errors());
  }

  @Test
  void aScenarioStartsFromLogs() throws IOException {
    Path scenario = directory.resolve("second.yaml");
    String text =
        """
        purpose: The account of the logs is there, and a device asks to be connected to it.
        machines: [phone]
        portal: example.com
        dialect: portal-2017
        logs: [written/first/mesh.jlog, written/first/portal.jlog]
        steps:
          - validate: alice@example.com
            expect: not valid
          - createDevice: phone
          - connect: alice@example.com
        """;
    Files.writeString(scenario, text);
    run(scenario, "second");
    Path other = directory.resolve("other.yaml");
    Files.writeString(other, text.replace("dialect: portal-2017\n", ""));
    Cli refused = Cli.run("run", "--out", directory.resolve("third") + "", other + "");
    assertEquals(4, refused.code());
    assertTrue(
        refused.out().contains("the logs are written in the dialect portal-2017"), refused.out());
    Path missing = directory.resolve("missing.yaml");
    Files.writeString(missing, text.replace("written/first/mesh", "nowhere"));
    Cli lost = Cli.run("run", "--out", directory.resolve("fourth") + "", missing + "");
    assertEquals(4, lost.code());
    assertTrue(lost.out().contains("nowhere.jlog"), lost.out());
  }

  @Test
  void aFileThatIsNotThereIsAWrongUsage() {
    Cli cli = Cli.run("log", "replay", directory.resolve("none") + "");
    assertEquals(2, cli.code());
    assertTrue(cli.errors().contains("none is not a file"), cli.errors());
  }
}
