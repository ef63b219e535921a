package dev.meshsim.scenario.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.ScenarioException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowsTest {

  private static final String HEAD =
      """
      purpose: For a test.
      machines: [desktop]
      portal: example.com
      """;

  private static final String GOOD =
      HEAD
          + """
          tags: [accounts, slow]
          rows:
            - {name: short, user: al, word: '{"A":{}}'}
            - name: long
              user: alice
              word: plain
          steps:
            - validate: "{user}+{run}@example.com"
              because: "{name} has {{user}} and {word} {}"
          """;

  private static List<Scenario> cases(String text) {
    return ScenarioReader.cases("test", "t.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  private static Scenario one(String text) {
    return cases(text).get(0);
  }

  private static String because(Scenario scenario) {
    return scenario.steps().get(0).because().orElseThrow();
  }

  private static String account(Scenario scenario) {
    return scenario.steps().get(0).values().text("validate");
  }

  @Test
  void eachRowIsCase() {
    List<Scenario> cases = cases(GOOD);
    assertEquals(
        List.of("test[short]", "test[long]"), cases.stream().map(Scenario::caseName).toList());
    assertEquals(Optional.of("long"), cases.get(1).row());
    assertEquals(6, cases.get(0).line());
    assertEquals(7, cases.get(1).line());
    assertEquals(List.of("accounts", "slow"), cases.get(0).tags());
    assertEquals("short has {user} and {\"A\":{}} {}", because(cases.get(0)));
    assertEquals("long has {user} and plain {}", because(cases.get(1)));
    assertTrue(account(cases.get(1)).startsWith("alice+"));
  }

  @Test
  void withoutRowsThereIsOneCase() {
    List<Scenario> cases = cases(HEAD + "steps: [{validate: alice@example.com}]");
    assertEquals(1, cases.size());
    assertEquals("test", cases.get(0).caseName());
    assertEquals(1, cases.get(0).line());
    assertEquals(List.of(), cases.get(0).tags());
  }

  @Test
  void runDiffersWithSeedAndRow() {
    List<Scenario> cases = cases(GOOD.replace("al,", "alice,"));
    Scenario first = cases.get(0).inRun(1);
    assertEquals(account(first), account(cases.get(0).inRun(1)));
    assertNotEquals(account(first), account(cases.get(0).inRun(2)));
    assertNotEquals(account(first), account(cases.get(1).inRun(1)));
    assertTrue(account(first).matches("alice\\+[a-z][a-z2-7]{11}@example.com"), account(first));
    assertEquals(account(first), account(cases.get(0).inRun(2).inRun(1)));
    assertFalse(account(first).contains(cases.get(0).run().text()));
  }

  @Test
  void runIsThereWithoutRows() {
    Scenario scenario = one(HEAD + "steps: [{validate: \"{run}@example.com\"}]");
    assertEquals(scenario.run().text() + "@example.com", account(scenario));
  }

  @Test
  void problemNamesPlaceAndRow() {
    String text =
        HEAD
            + "rows: [{name: a, u: al}, {name: b, u: a b}]\nsteps: [{validate: '{u}@example.com'}]";
    ScenarioException e = assertThrows(ScenarioException.class, () -> cases(text));
    assertEquals(1, e.problems().size());
    assertEquals("t.yaml:5:20", e.problems().get(0).place().toString());
    assertTrue(
        e.problems().get(0).text().endsWith("not \"a b@example.com\" (row b)"),
        e.problems().get(0).text());
  }

  @Test
  void problemOfEveryRowIsSaidOnce() {
    String text =
        HEAD + "rows: [{name: a, u: al}, {name: b, u: bo}]\nsteps: [{validat: '{u}@example.com'}]";
    ScenarioException e = assertThrows(ScenarioException.class, () -> cases(text));
    assertEquals(1, e.problems().size());
    assertFalse(e.problems().get(0).text().contains("(row"), e.problems().get(0).text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rows: x                                     | scenario.wrong-type  | rows takes a list
          rows: []                                    | scenario.wrong-type  | rows takes a list
          rows: [x]                                   | scenario.wrong-type  | a row is a name
          rows: [{u: al}]                             | scenario.missing-key | lacks the key name
          rows: [{name: 'a b', u: al}]                | scenario.wrong-type  | a row's name has
          rows: [{name: a., u: al}]                   | scenario.wrong-type  | a row's name has
          rows: [{name: a, u: al}, {name: A, u: al}]  | scenario.duplicate-key | another row is called "A"
          rows: [{name: a, u: al}, {name: b}]         | scenario.missing-key | every row gives values
          rows: [{name: a, u: al, run: b}]            | scenario.wrong-type  | a variable's name has
          rows: [{name: a, u: al, 1a: b}]             | scenario.wrong-type  | a variable's name has
          rows: [{name: a, u: [al]}]                  | scenario.wrong-type  | a variable's value is
          rows: [{name: a, u: al, other: b}]          | scenario.unknown-key | no step uses the variable
          tags: x                                     | scenario.wrong-type  | tags takes a list
          tags: [Slow]                                | scenario.wrong-type  | a tag has 1 to 32
          tags: ['rule:none']                         | scenario.undefined   | there is no rule "rule:none"
          tags: [slow, slow]                          | scenario.duplicate-key | is listed twice
          """)
  void refused(String key, String code, String text) {
    String file = HEAD + key + "\nsteps: [{validate: '{u}@example.com'}]";
    ScenarioException e = assertThrows(ScenarioException.class, () -> cases(file));
    assertTrue(
        e.problems().stream()
            .anyMatch(p -> p.code().text().code().equals(code) && p.text().contains(text)),
        () -> e.problems().toString());
  }

  @Test
  void unknownVariableNamesNearest() {
    String text =
        HEAD + "rows: [{name: a, user: al}]\nsteps: [{validate: '{user}{usr}@example.com'}]";
    ScenarioException e = assertThrows(ScenarioException.class, () -> cases(text));
    assertTrue(
        e.problems()
            .get(0)
            .text()
            .startsWith("there is no variable {usr}; variables: name, run, user"));
    assertEquals("did you mean \"user\"?", e.problems().get(0).hint());
  }

  @Test
  void aRuleIsATagAndAnUnknownOneNamesNearest() {
    String steps = "\nsteps: [{validate: a@example.com}]";
    assertEquals(
        List.of("rule:name-taken"), cases(HEAD + "tags: [rule:name-taken]" + steps).get(0).tags());
    ScenarioException e =
        assertThrows(ScenarioException.class, () -> cases(HEAD + "tags: [rule:name-takn]" + steps));
    assertEquals("did you mean \"rule:name-taken\"?", e.problems().get(0).hint());
  }
}
