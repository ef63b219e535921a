package dev.meshsim.cli.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs on the command line: intact and damaged logs of our own. */
class LogCommandTest {

  private static final String END = System.lineSeparator();

  @TempDir private Path directory;
  private Path log = Path.of("");

  @BeforeEach
  void writeLog() throws IOException {
    log = directory.resolve("portal.jlog");
    Files.writeString(
        log,
        "{\"Header\":{\"Type\":\"Data\",\"Content\":\"application/mesh-portal\"}}\n"
            + "{\"DataItem\":{\"TransactionID\":\"TID:1\",\"PrimaryKey\":\"Account$alice\","
            + "\"Action\":\"New\",\"Added\":\"2019-04-04T00:00:04Z\",\"Keys\":[],"
            + "\"Text\":\"{\\\"Account\\\":{\\\"AccountID\\\":\\\"alice\\\"}}\"}}\n");
  }

  private void damage() throws IOException {
    Files.writeString(log, Files.readString(log) + "{\"DataItem\":{\"Tran");
  }

  @Test
  void showPrintsALineForEachRecord() {
    assertEquals(
        new Cli(
            0,
            "     1  Header  application/mesh-portal"
                + END
                + "     2  2019-04-04T00:00:04Z  New     Account$alice  Account"
                + END,
            ""),
        Cli.run("log", "show", log.toString()));
  }

  @Test
  void showFullAddsTheObjects() {
    Cli cli = Cli.run("log", "show", "--full", log.toString());
    assertEquals(
        List.of("    Account", "      AccountID: alice"), cli.out().lines().skip(2).toList());
  }

  @Test
  void verifyPrintsCounts() {
    assertEquals(
        new Cli(
            0,
            log
                + ": generation unknown, 2 records, 0 unreadable; signatures: 0 verified, 0 failed,"
                + " 0 unverifiable; fingerprints: 0 matched, 0 mismatched"
                + END,
            ""),
        Cli.run("log", "verify", log.toString()));
  }

  @Test
  void failuresArePrintedAndTheExitCodeIsOne() throws IOException {
    damage();
    Cli text = Cli.run("log", "verify", log.toString());
    assertEquals(1, text.code());
    assertTrue(text.out().contains("  error in record 3: truncated: the record is cut off"));
    Cli show = Cli.run("log", "show", log.toString());
    assertEquals(1, show.code());
    assertTrue(show.out().contains("     3  truncated: the record is cut off"), show.out());
  }

  @Test
  void jsonIsOneLineForEachFile() throws IOException {
    Path whole = directory.resolve("whole.jlog");
    Files.copy(log, whole);
    damage();
    Cli cli = Cli.run("log", "verify", "--format", "json", whole.toString(), log.toString());
    assertEquals(1, cli.code());
    List<String> lines = cli.out().lines().toList();
    assertEquals(2, lines.size());
    assertTrue(lines.get(0).contains("\"records\":2,\"unreadable\":0,"), lines.get(0));
    assertTrue(lines.get(1).contains("\"records\":3,\"unreadable\":1,"), lines.get(1));
  }

  @Test
  void aFileThatIsNotThereIsWrongUsage() {
    Cli cli = Cli.run("log", "verify", directory.resolve("none").toString());
    assertEquals(2, cli.code());
    assertTrue(cli.errors().contains("cannot be read"), cli.errors());
    assertEquals(2, Cli.run("log", "verify").code());
    assertEquals(2, Cli.run("log", "show", directory.toString()).code());
  }

  @Test
  void ofManyNotesOfAKindTenArePrintedAndTheRestIsCounted() throws IOException {
    String record = Files.readString(log).lines().skip(1).findFirst().orElseThrow() + "\n";
    Files.writeString(log, Files.readString(log) + record.repeat(12));
    List<String> lines = Cli.run("log", "verify", log.toString()).out().lines().toList();
    assertEquals(
        10,
        lines.stream().filter(line -> line.contains("duplicate-transaction-id: TID:1")).count());
    assertEquals(
        "  note: 2 more of duplicate-transaction-id with --format json",
        lines.get(lines.size() - 1));
    assertEquals(12, lines.size());
  }
}
