package dev.meshsim.scenario.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.Suite;
import dev.meshsim.scenario.Expectation;
import dev.meshsim.scenario.Quorum;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.ScenarioException;
import dev.meshsim.scenario.ShareRef;
import dev.meshsim.scenario.Step;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The reader keeps every value of a valid scenario as it was written. */
class ScenarioReaderTest {

  private static Scenario read(String text) {
    return ScenarioReader.read("test", "test.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theDialectDecidesWhichSuitesThereAre() {
    Scenario old =
        read(
            """
            purpose: What the reference wrote.
            machines: [desktop]
            portal: example.com
            dialect: portal-2017
            logs: [old/mesh.jlog, old/portal.jlog]
            steps: [createDevice: desktop]
            """);
    assertEquals(Dialect.PORTAL_2017, old.dialect());
    assertEquals(Suite.RSA_2048_SHA1, old.suite());
    assertEquals(List.of("old/mesh.jlog", "old/portal.jlog"), old.logs());
  }

  @Test
  void aScenarioReadsLikeTheCallsItMakes() {
    Scenario scenario =
        read(
            """
            purpose: Alice escrows her profile and recovers it.
            machines: [desktop, phone]
            portal: example.com
            suite: P-256
            steps:
              - validate: alice@example.com
                on: desktop
                expect: valid
              - createDevice: desktop
                id: Alice Desktop
              - createAccount: alice@example.com
                on: desktop
              - escrow: 2 of 4
                on: desktop
                label: Escrow
              - recover: alice@example.com
                on: phone
                shares: [desktop 1, desktop 3 with a typo]
                expect: [refused  404, nothing logged]
            """);
    assertEquals(Dialect.MESH, scenario.dialect());
    assertEquals(Suite.P256, scenario.suite());
    assertEquals(List.of("desktop", "phone"), scenario.machines());
    assertEquals(
        List.of("validate", "createDevice", "createAccount", "escrow", "recover"),
        scenario.steps().stream().map(step -> step.kind().word()).toList());
    Step escrow = scenario.steps().get(3);
    assertEquals(new Quorum(2, 4), escrow.values().quorum("escrow"));
    assertEquals(Optional.of("Escrow"), escrow.label());
    assertEquals("Escrow", escrow.messageName());
    assertEquals(13, escrow.place().line());
    Step recover = scenario.steps().get(4);
    assertEquals("phone", recover.actor());
    assertEquals("recover-phone", recover.messageName());
    assertEquals(
        List.of(new ShareRef("desktop", 1, false), new ShareRef("desktop", 3, true)),
        recover.values().shares("shares"));
    assertEquals("409", expectation("refused 409").argument());
    assertEquals("refused 404", recover.expectations().get(0).text());
    assertEquals(64, scenario.digest().length());
  }

  private static Expectation expectation(String text) {
    return read("purpose: x\nmachines: [a]\nportal: b.com\nsteps: [{eraseTest: a, expect: "
            + text
            + "}]\n")
        .steps()
        .get(0)
        .expectations()
        .get(0);
  }

  @Test
  void scalarsAreTheTextThatWasWritten() {
    Scenario scenario =
        read(
            """
            purpose: no
            machines: [on]
            portal: 012.example
            steps:
              - createDevice: on
                id: 012
                description: yes
              - createAccount: off@012.example
              - add: PasswordProfile
              - put: 1e3
                user: ~
                password: 0o7
            """);
    assertEquals("no", scenario.purpose());
    assertEquals("012.example", scenario.portal());
    Step device = scenario.steps().get(0);
    assertEquals("on", device.actor());
    assertEquals("012", device.values().text("id"));
    assertEquals("yes", device.values().text("description"));
    Step put = scenario.steps().get(3);
    assertEquals("1e3", put.values().text("put"));
    assertEquals("~", put.values().text("user"));
    assertEquals("0o7", put.values().text("password"));
  }

  @Test
  void withOneMachineItGoesWithoutSaying() {
    Step step =
        read("purpose: x\nmachines: [a]\nportal: b.com\nsteps:\n- validate: c@b.com\n")
            .steps()
            .get(0);
    assertEquals("a", step.actor());
    assertFalse(step.values().has("on"));
    assertTrue(step.expectations().isEmpty());
  }

  @Test
  void aScenarioMayHaveSeveralPortals() {
    Scenario scenario =
        read(
            "purpose: x\nmachines: [a]\nportal: [one.example, Two.example]\nsteps:\n- away: two.example\n");
    assertEquals(List.of("one.example", "two.example"), scenario.portals());
    assertEquals("away: two.example", scenario.steps().get(0).title());
    assertEquals("", scenario.steps().get(0).actor());
  }

  @Test
  void aPortalThatTheScenarioDoesNotHaveIsNamed() {
    ScenarioException e =
        assertThrows(
            ScenarioException.class,
            () ->
                read(
                    "purpose: x\nmachines: [a]\nportal: [one.example, two.example]\n"
                        + "steps:\n- away: tow.example\n"));
    assertEquals(1, e.problems().size());
    assertTrue(
        e.problems().get(0).text().startsWith("there is no portal \"tow.example\""),
        e.problems().get(0).text());
    assertTrue(e.problems().get(0).hint().contains("two.example"), e.problems().get(0).hint());
  }
}
