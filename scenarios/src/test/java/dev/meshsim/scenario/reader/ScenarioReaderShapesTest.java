package dev.meshsim.scenario.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.scenario.ScenarioException;
import dev.meshsim.scenario.yaml.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value of another shape than the key takes is one problem at its place, never a crash. */
class ScenarioReaderShapesTest {

  private static final List<String> GOOD =
      List.of("purpose: x", "machines: [a, b]", "portal: example.com", "steps: [eraseTest: a]");

  /** The problems of the good scenario with one line changed. */
  private static List<Problem> problems(int line, String text) {
    String[] lines = GOOD.toArray(String[]::new);
    lines[line - 1] = text;
    byte[] octets = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return assertThrows(
            ScenarioException.class, () -> ScenarioReader.read("test", "test.yaml", octets), text)
        .problems();
  }

  private static void one(int line, int column, String text, String written) {
    List<Problem> problems = problems(line, written);
    assertEquals(1, problems.size(), problems.toString());
    Problem problem = problems.get(0);
    assertEquals("test.yaml:" + line + ":" + column, problem.place().toString());
    assertTrue(problem.text().contains(text), problem.text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 10 | purpose takes one line | purpose: [a]",
        "1 | 10 | purpose takes one line | purpose: {a: b}",
        "1 | 10 | purpose takes one line | purpose: '  '",
        "2 | 11 | machines takes a list | machines: a",
        "2 | 11 | machines takes a list | machines: {a: b}",
        "2 | 11 | machines takes a list | machines: []",
        "2 | 15 | a machine's name | machines: [a, [b]]",
        "3 | 9 | portal takes a domain | portal: []",
        "3 | 9 | portal takes a domain | portal: [a, b, c, d, e, f, g, h, i]",
        "3 | 13 | portal takes a domain | portal: [a, [b]]",
        "3 | 13 | the portal \"A\" is listed twice | portal: [a, A]",
        "3 | 9 | portal takes a domain | portal: {a: b}",
        "4 | 8 | steps takes a list | steps: {eraseTest: a}"
      })
  void aKeyOfTheScenario(int line, int column, String problem, String written) {
    one(line, column, problem, written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5 | 7 | logs takes a list | logs: mesh.jlog",
        "5 | 7 | logs takes a list | logs: []",
        "5 | 8 | logs takes names of files | logs: [' ']",
        "5 | 13 | logs takes names of files | logs: [a.b, [c.d]]",
        "5 | 8 | suite takes one of | suite: [P-256]",
        "5 | 10 | dialect takes one of | dialect: {mesh: 1}"
      })
  void aKeyThatMayBeLeftOut(int line, int column, String problem, String written) {
    List<Problem> problems = problems(4, GOOD.get(3) + "\n" + written);
    assertEquals(1, problems.size(), problems.toString());
    assertEquals("test.yaml:" + line + ":" + column, problems.get(0).place().toString());
    assertTrue(problems.get(0).text().contains(problem), problems.toString());
  }

  @Test
  void aPurposeHasALongestLine() {
    String longest = "x".repeat(120);
    byte[] octets =
        String.join("\n", "purpose: " + longest, GOOD.get(1), GOOD.get(2), GOOD.get(3))
            .getBytes(StandardCharsets.UTF_8);
    assertEquals(longest, ScenarioReader.read("test", "test.yaml", octets).purpose());
    one(1, 10, "purpose takes one line", "purpose: " + longest + "x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "connect: a@b.com, on: a, pin: [x]",
        "add: Other, on: a",
        "escrow: 1 of, on: a",
        "recover: a@b.com, on: a, shares: {b: 1}",
        "recover: a@b.com, on: a, shares: [[b 1]]",
        "recover: a@b.com, on: a, shares: [b 1, b one]",
        "recover: a@b.com, on: a, shares: [c 1]",
        "createDevice: a, id: [x]",
        "createDevice: a, id: {b: c}",
        "eraseTest: a, expect: {a: b}",
        "eraseTest: a, expect: [~]",
        "eraseTest: [a]"
      })
  void aValueOfAStep(String step) {
    List<Problem> problems = problems(4, "steps: [{" + step + "}]");
    assertTrue(problems.stream().allMatch(each -> each.place().line() == 4), problems.toString());
  }

  @Test
  void aNameOfManyPartsIsAProblem() {
    String labels = "a" + ".a".repeat(100_000);
    assertEquals(1, problems(3, "portal: " + labels).size());
    assertEquals(1, problems(4, "steps: [{validate: b@" + labels + ", on: a}]").size());
    String step = "steps: [{eraseTest: a, expect: error " + labels + "}]";
    assertEquals(1, problems(4, step).size());
  }
}
