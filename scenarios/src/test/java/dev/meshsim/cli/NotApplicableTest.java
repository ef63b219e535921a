package dev.meshsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A scenario that an option contradicts is left out, and every report says so. */
class NotApplicableTest {

  private static final String STEPS =
      "purpose: x\nmachines: [a]\nportal: b.com\nsteps: [{validate: c@b.com, expect: valid}]\n";

  @TempDir private Path directory;

  private Cli run(List<String> files, String... options) {
    List<String> words = new ArrayList<>(List.of("run", "--out", directory.resolve("out") + ""));
    words.addAll(List.of(options));
    words.addAll(files);
    return Cli.run(words.toArray(String[]::new));
  }

  private static String project(String name) {
    return Golden.root().resolve("scenarios").resolve(name + ".yaml").toString();
  }

  private String file(String name, String keys) throws IOException {
    return Files.writeString(directory.resolve(name + ".yaml"), keys + STEPS).toString();
  }

  private String result(String name) throws IOException {
    return Files.readString(directory.resolve("out").resolve(name));
  }

  @Test
  void aSuiteThatTheDialectLacksIsLeftOutAndReported() throws IOException {
    List<String> files =
        List.of(
            project("suites/suite-ed448"),
            project("suites/suite-p256"),
            project("accounts/account-unknown"));
    Cli cli = run(files, "--dialect", "portal-2017");
    assertEquals(0, cli.code(), cli.out() + cli.errors());
    String why = "its suite is Ed448, which portal-2017 lacks";
    assertTrue(cli.out().matches("(?s).*not applicable +suite-ed448 +" + why + "\n.*"), cli.out());
    assertTrue(cli.out().contains("1 passed, 0 failed, 2 not applicable"), cli.out());
    JsonNode json = MeshJson.readTree(Bytes.utf8(result("results.json")));
    assertEquals(2, json.path("notApplicable").intValue());
    assertEquals("not applicable", json.path("scenarios").get(0).path("verdict").stringValue());
    assertEquals(why, json.path("scenarios").get(0).path("reason").stringValue());
    String xml = result("junit.xml");
    assertTrue(
        xml.contains(
            "<testsuite name=\"suite-ed448\" tests=\"1\" failures=\"0\" errors=\"0\""
                + " skipped=\"1\""),
        xml);
    assertTrue(xml.contains("<skipped message=\"" + why + "\">"), xml);
    assertFalse(Files.exists(directory.resolve("out/suite-ed448")));
  }

  @Test
  void aRunWithNothingLeftIsWrongUsage() {
    Cli cli = run(List.of(project("suites/suite-ed448")), "--dialect", "portal-2017");
    assertEquals(2, cli.code(), cli.out() + cli.errors());
    assertTrue(cli.out().contains("0 passed, 0 failed, 1 not applicable"), cli.out());
  }

  @ParameterizedTest
  @CsvSource({
    "'suite: Ed448\n', --suite P-256, 'its suite is Ed448, not P-256'",
    "'suite: Ed448\n', --suite Ed448, ''",
    "'', --suite P-256, ''",
    "'dialect: portal-2017\n', --suite P-256, 'its dialect, portal-2017, lacks the suite P-256'",
    "'dialect: portal-2017\n', --dialect mesh, 'its dialect is portal-2017, not mesh'",
    "'dialect: mesh\n', --dialect portal-2017, 'its dialect is mesh, not portal-2017'",
    "'dialect: mesh\n', --dialect mesh, ''",
    "'', --dialect portal-2017, ''",
    "'suite: Ed25519\n', --dialect portal-2017, 'Ed25519, which portal-2017 lacks'",
    "'suite: Ed448\n', '--store all --suite P-256', 'its suite is Ed448, not P-256'"
  })
  void whatAScenarioFixesIsNotChanged(String keys, String options, String why) throws IOException {
    Cli cli = run(List.of(file("one", keys), file("two", "")), options.split(" "));
    assertEquals(0, cli.code(), cli.out() + cli.errors());
    assertEquals(!why.isEmpty(), cli.out().contains("not applicable  one "), cli.out());
    assertTrue(cli.out().contains(why), cli.out());
    assertTrue(cli.out().contains("passed     two "), cli.out());
  }

  @Test
  void aTranscriptOfSuchAScenarioIsRefused() {
    Cli cli = Cli.run("transcript", "--dialect", "portal-2017", project("suites/suite-p256"));
    assertEquals(2, cli.code());
    assertEquals("", cli.out());
    assertTrue(cli.errors().contains("its suite is P-256, which portal-2017 lacks"), cli.errors());
  }
}
