package dev.meshsim.scenario.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.scenario.Rule;
import dev.meshsim.scenario.run.ScenarioFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kit's copy of a suite. */
class OwnCasesTest {

  private static final String PLAIN =
      """
      format: 1
      title: An account is made
      tags: [rule:name-taken]
      portal: example.com
      machines: [desktop]
      steps:
        - createProfile: alice
          on: desktop
      """;

  private static final String BOTH =
      """
      format: 1
      title: Accounts in rows and in steps
      tags: [rule:name-case]
      rows:
        - name: a
          account: bob@example.com
      steps:
        - createAccount: alice@example.com
      """;

  @TempDir Path place;
  private Path suite = Path.of("");

  @BeforeEach
  void aSuiteBelowADirectoryCalledSrc() throws IOException {
    suite = Files.createDirectories(place.resolve("src/suite"));
  }

  private OwnCases write(Rule... rules) throws IOException {
    return OwnCases.write(
        suite, ScenarioFiles.in(suite), place.resolve("to"), List.of(rules), "portal.test", "x7");
  }

  @Test
  void everyFileThatARunWouldReadIsWrittenUnderItsName() throws IOException {
    Files.createDirectories(suite.resolve("accounts"));
    Files.writeString(suite.resolve("accounts/one.yaml"), PLAIN);
    Files.writeString(suite.resolve("two.yml"), PLAIN);
    Files.writeString(suite.resolve("three.yaml"), PLAIN.replace("name-taken", "name-form"));
    OwnCases cases = write(Rule.NAME_TAKEN);
    assertEquals(
        List.of("accounts/one.yaml", "two.yml"),
        cases.written().stream()
            .map(each -> place.relativize(each).toString().substring(3))
            .toList());
    assertTrue(
        Files.readString(place.resolve("to/two.yml")).contains("portal: portal.test\n"),
        cases.toString());
  }

  @Test
  void aFileThatCannotBeRenamedIsTheReasonOfItsRule() throws IOException {
    Files.writeString(suite.resolve("both.yaml"), BOTH);
    OwnCases cases = write(Rule.NAME_CASE, Rule.NAME_TAKEN);
    assertEquals(List.of(), cases.written());
    RuleLedger ledger = new RuleLedger(cases, new CasePlays());
    assertEquals(
        "both.yaml shows it, and names accounts in its rows and in its steps, which cannot be"
            + " renamed alike",
        why(ledger, Rule.NAME_CASE));
    assertEquals("no case of the suite shows it", why(ledger, Rule.NAME_TAKEN));
  }

  private static String why(RuleLedger ledger, Rule rule) {
    return ledger.rows().stream().filter(row -> row.rule() == rule).findFirst().orElseThrow().why();
  }

  @Test
  void octetsThatAreNoTextAreKeptForTheReader() throws IOException {
    byte[] latin = PLAIN.replace("made", "m\u00e4de").getBytes(StandardCharsets.ISO_8859_1);
    Files.write(suite.resolve("bad.yaml"), latin);
    write(Rule.NAME_TAKEN);
    String copy = Files.readString(place.resolve("to/bad.yaml"), StandardCharsets.ISO_8859_1);
    assertTrue(copy.contains("m\u00e4de"), copy);
  }
}
