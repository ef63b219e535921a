package dev.meshsim.scenario.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.MeshJson;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.Suites;
import dev.meshsim.scenario.action.Stage;
import dev.meshsim.scenario.reader.ScenarioReader;
import dev.meshsim.scenario.results.RunStore;
import dev.meshsim.scenario.run.CaseWorld;
import dev.meshsim.sim.oracle.SecretIndex;
import dev.meshsim.sim.oracle.SimEvent;
import dev.meshsim.sim.oracle.fact.KeySecrets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shares of an escrow are secrets for the oracles, in whichever form they are written. */
class SharesAreSecretsTest {

  private static final String ESCROW =
      """
      purpose: Shares are made twice.
      machines: [desktop]
      portal: example.com
      steps:
        - createDevice: desktop
        - createAccount: alice@example.com
          on: desktop
        - escrow: 2 of 3
          on: desktop
          show: true
        - renewEscrow: 2 of 4
          on: desktop
          show: true
      """;

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void everyShareIsKnownFromThenOn(Dialect dialect) {
    Scenario scenario =
        ScenarioReader.read("escrow", "escrow.yaml", ESCROW.getBytes(StandardCharsets.UTF_8));
    List<String> names = new ArrayList<>();
    SecretIndex secrets = new SecretIndex();
    try (Stage stage =
        new Stage(
            CaseWorld.of(1, "escrow"),
            scenario,
            dialect,
            Suites.defaultOf(dialect),
            new SimulatedStores(RunStore.named("memory"), Path.of("unused")))) {
      stage.watch(
          event -> {
            if (event instanceof SimEvent.SecretMade made && made.what().startsWith("share ")) {
              names.add(made.what());
              secrets.add(made.what(), KeySecrets.of(made.octets()));
            }
          });
      PlanRunner runner = new PlanRunner(stage);
      scenario.steps().forEach(runner::run);
      List<String> shares = new ArrayList<>();
      stage
          .privateData()
          .displays()
          .forEach(
              shown ->
                  MeshJson.readTree(shown.json())
                      .path("KeyShares")
                      .forEach(share -> shares.add(share.asString())));
      assertEquals(7, shares.size());
      for (int i = 0; i < shares.size(); i++) {
        String share = shares.get(i);
        String plain = share.replace("-", "").toLowerCase(Locale.ROOT);
        assertTrue(secrets.find("a note: " + share).isPresent(), share);
        assertEquals(names.get(i), secrets.find(plain).orElseThrow().secret());
      }
    }
    assertEquals(
        List.of("share 1", "share 2", "share 3", "share 1", "share 2", "share 3", "share 4"),
        names);
  }
}
