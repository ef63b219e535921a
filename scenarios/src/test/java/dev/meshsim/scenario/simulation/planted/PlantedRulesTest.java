package dev.meshsim.scenario.simulation.planted;

import static dev.meshsim.scenario.simulation.planted.Change.empty;
import static dev.meshsim.scenario.simulation.planted.Change.returns;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.cli.Cli;
import dev.meshsim.testing.Exhaustive;
import dev.meshsim.testing.Golden;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Servers that leave out a rule: the conformance kit finds each by the name of the rule. A build
 * tries every third; see {@link Exhaustive}.
 */
class PlantedRulesTest {

  /** A rule, and the change of the portal that leaves it out. */
  private record LeftOut(String rule, String type, String method, Change change) {}

  private static final List<LeftOut> RULES =
      List.of(
          new LeftOut(
              "name-domain",
              "portal.service.AccountRules",
              "domainObjection",
              returns(Change.Value.EMPTY)),
          new LeftOut("name-taken", "portal.service.AccountRules", "requireRepeat", empty()),
          new LeftOut("name-case", "portal.service.AccountRules", "requireRepeat", empty()),
          new LeftOut("name-deleted", "portal.service.AccountRules", "requireOwner", empty()),
          new LeftOut("request-size", "portal.service.RequestCheck", "check", empty()),
          new LeftOut(
              "administrator-signs", "portal.service.ProfileStoring", "requireSuccession", empty()),
          new LeftOut(
              "connection-answered",
              "portal.service.CompletionRules",
              "isGiven",
              returns(Change.Value.TRUE)),
          new LeftOut(
              "connection-latest", "portal.service.CompletionRules", "requireAnswers", empty()),
          new LeftOut(
              "escrow-voided",
              "portal.service.EscrowRules",
              "voided",
              returns(Change.Value.EMPTY_LIST)));

  @TempDir Path place;

  @Test
  void eachRuleThatIsLeftOutIsFound() throws Exception {
    List<String> missed = new ArrayList<>();
    int step = Exhaustive.step(3);
    for (int i = 0; i < RULES.size(); i += step) {
      LeftOut each = RULES.get(i);
      Defect defect =
          new Defect("leaves out " + each.rule(), each.type(), each.method(), each.change(), "");
      server(defect).accept(address -> missed.addAll(missed(each, address)));
    }
    assertEquals(List.of(), missed);
    assertTrue(RULES.size() > 5);
  }

  private List<String> missed(LeftOut each, String address) {
    Cli run =
        Cli.run(
            "conformance",
            address,
            "--rule",
            each.rule(),
            "--cases",
            Golden.root().resolve("scenarios").toString(),
            "--out",
            place.resolve(each.rule()).toString());
    boolean found = run.code() == 1 && run.out().startsWith("broken     rule:" + each.rule() + " ");
    return found ? List.of() : List.of(each.rule() + ": " + run.out() + run.errors());
  }

  @SuppressWarnings("unchecked")
  private static Consumer<Consumer<String>> server(Defect defect) throws Exception {
    return (Consumer<Consumer<String>>)
        new PlantedLoader(defect)
            .loadClass(PlantedServer.class.getName())
            .getConstructor()
            .newInstance();
  }
}
