package dev.meshsim.scenario.simulation.planted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.cli.Cli;
import dev.meshsim.scenario.Rule;
import dev.meshsim.scenario.conformance.Outside;
import dev.meshsim.testing.Exhaustive;
import dev.meshsim.testing.Golden;
import dev.meshsim.testing.Once;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that leave out a rule: the conformance kit finds each by the name of the rule. */
@Once
class PlantedRulesTest {

  @TempDir Path place;

  static Stream<LeftOutRule> all() {
    return LeftOutRule.ALL.stream();
  }

  @Test
  void everyRuleOfAPortalIsLeftOutOrCannotBeTried() {
    Set<Rule> named = new LinkedHashSet<>(LeftOutRule.UNTRIED.keySet());
    all().map(LeftOutRule::rule).forEach(named::add);
    assertEquals(Set.copyOf(Outside.rules()), named);
    assertEquals(Outside.rules().size(), LeftOutRule.ALL.size() + LeftOutRule.UNTRIED.size());
  }

  @Test
  void thePageIsUpToDate() throws IOException {
    Golden.assertSame(RulesPage.file(), RulesPage.markdown());
  }

  /** In a build every second one; the page says what each of them was found by. */
  static Stream<LeftOutRule> tried() {
    return all().filter(each -> LeftOutRule.ALL.indexOf(each) % Exhaustive.step(2) == 0);
  }

  @ParameterizedTest
  @MethodSource("tried")
  void aRuleThatIsLeftOutIsFound(LeftOutRule each) throws Exception {
    server(each).accept(address -> isFound(each, address));
  }

  private void isFound(LeftOutRule each, String address) {
    Cli run =
        Cli.run(
            "conformance",
            address,
            "--rule",
            each.name(),
            "--cases",
            Golden.root().resolve("scenarios").toString(),
            "--out",
            place.resolve(each.name()).toString());
    assertEquals(1, run.code(), run.out() + run.errors());
    assertTrue(run.out().startsWith("broken     rule:" + each.name() + " "), run.out());
  }

  @SuppressWarnings("unchecked")
  private static Consumer<Consumer<String>> server(LeftOutRule each) throws Exception {
    return (Consumer<Consumer<String>>)
        each.loader().loadClass(PlantedServer.class.getName()).getConstructor().newInstance();
  }
}
