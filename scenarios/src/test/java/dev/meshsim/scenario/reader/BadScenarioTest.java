package dev.meshsim.scenario.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.scenario.ScenarioException;
import dev.meshsim.scenario.yaml.Problem;
import dev.meshsim.scenario.yaml.YamlException;
import dev.meshsim.scenario.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake in a scenario is reported with its place, the accepted values and a hint. */
class BadScenarioTest {

  private static final String HEAD =
      """
      purpose: Shows something.
      machines: [desktop, phone]
      portal: example.com
      steps:
      """;

  static Stream<Arguments> bad() {
    return Stream.of(
        whole("", "1:1", YamlException.Code.SYNTAX, "the file is empty", "docs/scenarios.md"),
        whole("# nothing\n", "1:1", YamlException.Code.SYNTAX, "the file is empty", "docs"),
        whole("- a\n", "1:1", ScenarioException.Code.WRONG_TYPE, "not a list", "purpose:"),
        whole("a: [1\nb: 2\n", "2:2", YamlException.Code.SYNTAX, "not YAML", "brackets|colons"),
        whole("a: b\tc\u0007\n", "1:7", YamlException.Code.SYNTAX, "U+0007", "escape"),
        whole(
            "a: &x 1\nb: *x\n",
            "1:4",
            YamlException.Code.NOT_PLAIN_YAML,
            "an anchor (&x)",
            "write values out"),
        whole(
            "a: *x\n", "1:4", YamlException.Code.NOT_PLAIN_YAML, "an alias", "write the value out"),
        whole("a: !!int 1\n", "1:4", YamlException.Code.NOT_PLAIN_YAML, "a tag", "leave it out"),
        whole(
            "a: 1\n---\nb: 2\n",
            "2:1",
            YamlException.Code.NOT_PLAIN_YAML,
            "a second document",
            "one scenario"),
        whole("[a]: 1\n", "1:1", YamlException.Code.SYNTAX, "a key is a word", "key: value"),
        whole(
            "[".repeat(40), "1:17", YamlException.Code.TOO_LARGE, "more than 16 deep", "brackets"),
        whole(
            "purpose: x\n" + HEAD,
            "2:1",
            YamlException.Code.DUPLICATE_KEY,
            "twice, first at line 1",
            "keep"),
        whole(HEAD, "4:7", ScenarioException.Code.WRONG_TYPE, "steps takes a list", "- validate"),
        whole(
            HEAD + "  []\n",
            "5:3",
            ScenarioException.Code.WRONG_TYPE,
            "steps takes a list",
            "- validate"),
        whole(
            "purpose: x\nmachines: [a b]\nportal: example.com\nsteps: [eraseTest: a]\n",
            "2:12",
            ScenarioException.Code.WRONG_TYPE,
            "a machine's name",
            "desktop"),
        whole(
            "purpose: x\nmachines: [a, a]\nportal: example.com\nsteps: [eraseTest: a]\n",
            "2:15",
            YamlException.Code.DUPLICATE_KEY,
            "\"a\" is listed twice",
            "keep"),
        whole(
            "purpose: |\n  x\n  y\nmachines: [a]\nportal: e.com\nsteps: [eraseTest: a]\n",
            "1:10",
            ScenarioException.Code.WRONG_TYPE,
            "one line",
            "one sentence"),
        whole(
            "purpose: x\nmachines: [a]\nportal: alice@b.com\nsteps: [eraseTest: a]\n",
            "3:9",
            ScenarioException.Code.WRONG_TYPE,
            "domain name",
            "example.com"),
        whole(
            "purpose: x\nmachines: [a]\nportal: b.com\nsuite: ed2551\nsteps: [eraseTest: a]\n",
            "4:8",
            ScenarioException.Code.WRONG_TYPE,
            "Ed25519, Ed448",
            "did you mean \"Ed25519\"?"),
        whole(
            "purpose: x\nmachines: [a]\nportal: b.com\ndialect: 2017\nsteps: [eraseTest: a]\n",
            "4:10",
            ScenarioException.Code.WRONG_TYPE,
            "mesh, portal-2017",
            "leave it out for mesh"),
        whole(
            "purpose: x\nmachines: [a]\nportal: b.com\ndialect: portal-2017\nsuite: P-256\n"
                + "steps: [eraseTest: a]\n",
            "5:8",
            ScenarioException.Code.WRONG_TYPE,
            "RSA-2048-SHA1",
            "leave it out"),
        whole(
            "purpose: x\nmachines: [a]\nportal: b.com\nlogs: mesh.jlog\nsteps: [eraseTest: a]\n",
            "4:7",
            ScenarioException.Code.WRONG_TYPE,
            "a list of files",
            "logs: [mesh.jlog"),
        whole(
            "purpose: x\nmachine: [a]\nportal: b.com\nsteps: [eraseTest: a]\n",
            "2:1",
            ScenarioException.Code.UNKNOWN_KEY,
            "purpose, machines, portal",
            "did you mean \"machines\"?"),
        step(
            "- nothing",
            "5:5",
            ScenarioException.Code.WRONG_TYPE,
            "a step is a call",
            "- validate"),
        step(
            "- creatAccount: alice@example.com",
            "5:5",
            ScenarioException.Code.UNKNOWN_KEY,
            "calls: eraseTest, validate",
            "did you mean \"createAccount\"?"),
        step(
            "- on: desktop\n  validate: alice@example.com",
            "5:5",
            ScenarioException.Code.UNKNOWN_KEY,
            "begins with its call",
            "write the call first: validate"),
        step(
            "- validate: alice@example.com\n  onn: desktop",
            "6:5",
            ScenarioException.Code.UNKNOWN_KEY,
            "keys: validate, on, expect, label",
            "did you mean \"on\"?"),
        step(
            "- validate: alice@example.com",
            "5:5",
            ScenarioException.Code.MISSING_KEY,
            "on which machine",
            "add on:"),
        step(
            "- validate: alice@example.com\n  on: desktp",
            "6:9",
            ScenarioException.Code.UNDEFINED,
            "machines: desktop, phone",
            "did you mean \"desktop\"?"),
        step(
            "- validate: alice\n  on: desktop",
            "5:15",
            ScenarioException.Code.BAD_ACCOUNT,
            "user@domain",
            "alice@example.com"),
        step(
            "- validate: [alice@example.com]\n  on: desktop",
            "5:15",
            ScenarioException.Code.WRONG_TYPE,
            "not a list",
            "alice@example.com"),
        step(
            "- createDevice:", "5:18", ScenarioException.Code.WRONG_TYPE, "not nothing", "desktop"),
        step(
            "- escrow: 2\n  on: desktop",
            "5:13",
            ScenarioException.Code.WRONG_TYPE,
            "K of N",
            "escrow: 2 of 4"),
        step(
            "- recover: alice@example.com\n  on: phone\n  shares: [1, first]",
            "7:17",
            ScenarioException.Code.WRONG_TYPE,
            "a list of shares",
            "[1, 3]"),
        step(
            "- recover: alice@example.com\n  on: phone\n  shares: [desktp 1]",
            "7:14",
            ScenarioException.Code.UNDEFINED,
            "no machine \"desktp\"",
            "did you mean \"desktop\"?"),
        step(
            "- recover: alice@example.com\n  on: phone",
            "5:5",
            ScenarioException.Code.MISSING_KEY,
            "lacks the key shares",
            "add shares:"),
        step(
            "- createAccount: alice@example.com\n  on: desktop",
            "5:5",
            ScenarioException.Code.UNDEFINED,
            "needs a device, and desktop has none by then",
            "createDevice makes one"),
        step(
            "- createDevice: desktop\n- connect: alice@example.com\n  on: phone",
            "6:5",
            ScenarioException.Code.UNDEFINED,
            "phone has none by then",
            "createDevice makes one"),
        step(
            "- validate: alice@example.com\n  on: desktop\n  expect: refused",
            "7:13",
            ScenarioException.Code.BAD_EXPECTATION,
            "refused {status}",
            "such as 409"),
        step(
            "- validate: alice@example.com\n  on: desktop\n  expect: [valid, {a: b}]",
            "7:21",
            ScenarioException.Code.WRONG_TYPE,
            "expect takes",
            "write"),
        step(
            "- validate: alice@example.com\n  on: desktop\n  expect: vaild",
            "7:13",
            ScenarioException.Code.BAD_EXPECTATION,
            "valid, not valid",
            "did you mean \"valid\"?"));
  }

  private static Arguments whole(String text, String at, ErrorCode code, String what, String hint) {
    return Arguments.of(text, at, code, what, hint);
  }

  private static Arguments step(String text, String at, ErrorCode code, String what, String hint) {
    return Arguments.of(HEAD + text.indent(2), at, code, what, hint);
  }

  @ParameterizedTest
  @MethodSource("bad")
  void isReportedAtItsPlace(String text, String at, ErrorCode code, String what, String hint) {
    Problem first = problemsOf(text.getBytes(StandardCharsets.UTF_8)).get(0);
    String lines = first.lines();
    assertTrue(lines.startsWith("bad.yaml:" + at + ": "), lines);
    assertEquals(code, first.code());
    assertTrue(first.text().contains(what), lines);
    assertTrue(Arrays.stream(hint.split("\\|")).anyMatch(first.hint()::contains), lines);
    assertEquals(2, lines.lines().count(), lines);
  }

  @Test
  void everyProblemOfAFileIsReportedInItsOrder() {
    String text =
        """
        purpose: Shows something.
        machines: [desktop]
        portl: example.com
        steps:
          - validate: alice
          - creatDevice: desktop
          - validate: bob@example.com
            expects: valid
        """;
    List<Problem> problems = problemsOf(text.getBytes(StandardCharsets.UTF_8));
    assertEquals(
        List.of("3:1", "5:15", "6:5", "8:5"),
        problems.stream().map(p -> p.place().line() + ":" + p.place().column()).toList());
  }

  @Test
  void anOctetThatIsNotUtf8IsReportedAtItsPlace() {
    byte[] text = "purpose: é\nmachines: [aXb]\n".getBytes(StandardCharsets.UTF_8);
    text[new String(text, StandardCharsets.ISO_8859_1).indexOf('X')] = (byte) 0xff;
    Problem problem = problemsOf(text).get(0);
    assertEquals("bad.yaml:2:13", problem.place().toString());
    assertTrue(problem.text().contains("not UTF-8"), problem.lines());
  }

  @Test
  void aHugeFileIsRefusedBeforeItIsRead() {
    Problem problem = problemsOf(new byte[YamlReader.FILE_OCTETS + 1]).get(0);
    assertEquals(YamlException.Code.TOO_LARGE, problem.code());
  }

  @Test
  void charactersBeyondTheBasicPlaneCountAsOneColumn() {
    String text = "purpose: \"\uD83D\uDE00\" x\n";
    Problem problem = problemsOf(text.getBytes(StandardCharsets.UTF_8)).get(0);
    assertEquals(14, problem.place().column());
  }

  private static List<Problem> problemsOf(byte[] text) {
    return assertThrows(ScenarioException.class, () -> ScenarioReader.read("bad", "bad.yaml", text))
        .problems();
  }
}
