package dev.meshsim.scenario.reader;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.scenario.ScenarioException;
import dev.meshsim.scenario.yaml.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be is said before anything runs, at its place, with what is accepted and a hint. */
class ImpossibleStepsTest {

  private static final String HEAD =
      """
      purpose: Shows something.
      machines: [desktop, phone]
      portal: [one.example, two.example]
      steps:
      - createDevice: desktop
      - {createAccount: alice@one.example, on: desktop}
      """;

  private static final String ESCROW = "- {escrow: 2 of 3, on: desktop}\n";

  private static List<Problem> problems(String steps) {
    byte[] text = (HEAD + steps).getBytes(StandardCharsets.UTF_8);
    return assertThrows(ScenarioException.class, () -> ScenarioReader.read("bad", "bad.yaml", text))
        .problems();
  }

  private static void reported(String steps, String place, String text, String hint) {
    List<Problem> problems = problems(steps);
    assertEquals(1, problems.size(), problems.toString());
    Problem one = problems.get(0);
    assertEquals("bad.yaml:" + place, one.place().toString(), one.lines());
    assertTrue(one.text().contains(text), one.lines());
    assertTrue(one.hint().contains(hint), one.lines());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          again, first | 8:3 | the label FIRST is also the name of the step at bad.yaml:7:3
          other, createAccount-desktop | 8:3 | is also the name of the step at bad.yaml:6:3
          other, a label | 8:53 | label takes a name: letters, digits and hyphens, at most 64, not
          """)
  void aLabelIsTheNameOfOneStep(String labels, String place, String text) {
    String[] label = labels.replace("again, first", "first, FIRST").split(", ");
    String steps = "- {validate: alice@one.example, on: desktop, label: %s}\n";
    reported(
        (steps + steps).formatted(label[0], label[1]),
        place,
        text,
        text.startsWith("label") ? "first-request" : "choose another label");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {escrow: 4 of 3, on: desktop} | 7:12 | of which 2 to all recover it, not 4 of 3 | error share.quorum
          {escrow: 1 of 3, on: desktop} | 7:12 | not 1 of 3 | for example 2 of 3
          {escrow: 2 of 16, on: desktop} | 7:12 | 2 to 15 shares | error share.count
          {escrow: 0 of 0, on: desktop} | 7:12 | 2 to 15 shares | error share.count
          {renewEscrow: 3 of 2, on: desktop} | 7:17 | not 3 of 2 | for example 2 of 3
          {validate: alice@three.example, on: desktop} | 7:14 | portals: one.example, two.example | name one
          {validate: alice@one.exmaple, on: desktop} | 7:14 | no portal has the accounts of one.exmaple | did you mean "one.example"?
          {validate: alice@three.example, on: desktop, expect: not valid} | 7:14 | no portal has | add it to portal
          {addAccount: alice@ONE.exampl, on: desktop} | 7:16 | no portal has | did you mean "one.example"?
          {connect: alice@example.com, on: desktop} | 7:13 | no portal has | or expect the failure
          {personalSession: alice@one, on: desktop} | 7:21 | no portal has | name one of them
          {recover: alice@one.example, on: phone, shares: [1]} | 7:52 | no escrow has been made on phone by then | for example desktop 1
          {recover: alice@one.example, on: desktop, shares: 1} | 7:53 | no escrow has been made on desktop | for example desktop 1
          """)
  void withoutEscrow(String step, String place, String text, String hint) {
    reported("- " + step, place, text, hint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [desktop 1, desktop 4] | 8:63 | has 3 shares, and there is no share 4 | from 1 to 3
          [desktop 99] | 8:52 | there is no share 99 | from 1 to 3
          [1, desktop 2] | 8:52 | no escrow has been made on phone by then, only on desktop | for example desktop 1
          [phone 1] | 8:52 | only on desktop | for example desktop 1
          [desktop 0] | 8:52 | shares takes a list of shares | [1, 3]
          [desktop 100] | 8:52 | shares takes a list of shares | [1, 3]
          [desktp 1] | 8:52 | machines: desktop, phone | did you mean "desktop"?
          """)
  void afterEscrow(String shares, String place, String text, String hint) {
    reported(
        ESCROW + "- {recover: alice@one.example, on: phone, shares: " + shares + "}",
        place,
        text,
        hint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          refresh: desktop | error share.to-few | codes: share.bits, share.count | did you mean "share.too-few"?
          refresh: desktop | error shares.too-few | codes: | did you mean "share.too-few"?
          refresh: desktop | error no.such-code-at-all | session.* | docs/errors.md
          refresh: desktop | error too-few | error {code} | write a code such as share.too-few
          refresh: desktop | refused 410 | statuses: 400, 401, 404, 409, 413, 428, 500, 503 | did you mean
          refresh: desktop | refused 201 | statuses: 400 | a call that succeeds is not refused
          refresh: desktop | refused 999 | refused {status} | write a status such as 409 for {status}
          refresh: desktop | refused | refused {status} | write a status such as 409
          exchange: x | status 200 | statuses: 201, 400 | did you mean "201"?
          refresh: desktop | two devices | {n} devices | write a number for {n}
          refresh: desktop | 2 devises | {n} devices | did you mean "{n} devices"?
          refresh: desktop | devices 2 | {n} devices | with a value for what is in braces
          refresh: desktop | device desk top | device {machine} | the name of a machine
          refresh: desktop | device phnoe | machines: desktop, phone | did you mean "phone"?
          refresh: desktop | 1 pending | refresh cannot show "1 pending" | it is shown by connectPending
          refresh: desktop | accepted | refresh cannot show | it is shown by await, poll
          refresh: desktop | nothing loged | nothing logged | did you mean "nothing logged"?
          refresh: desktop | OK | ok | did you mean
          connectPending: desktop | same authentication | same authenticator | did you mean "same authenticator"?
          """)
  void expectation(String step, String expect, String text, String hint) {
    String on = step.startsWith("exchange") ? "\n  on: desktop" : "";
    reported(
        "- " + step + on + "\n  expect: [ok, " + expect + "]",
        (on.isEmpty() ? 8 : 9) + ":16",
        text,
        hint);
  }

  /** A scenario may show how a call refuses what cannot be. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "- {escrow: 4 of 3, on: desktop, expect: error share.quorum}",
        "- {escrow: 2 of 16, on: desktop, expect: [nothing logged, error share.count]}",
        "- {addAccount: alice@three.example, on: desktop, expect: error portal.unknown}",
        "- {addAccount: alice@three.example, on: desktop, expect: refused 400}",
        "- {validate: Alice@ONE.example, on: desktop}",
        ESCROW
            + "- {recover: alice@one.example, on: phone, shares: [desktop 4],"
            + " expect: error scenario.missing}",
        ESCROW
            + "- {escrow: 2 of 5, on: desktop}\n"
            + "- {recover: alice@one.example, on: phone, shares: [desktop 5, desktop 4],"
            + " also: [alice@two.example]}",
      })
  void expectedFailureMayBe(String steps) {
    byte[] text = (HEAD + steps).getBytes(StandardCharsets.UTF_8);
    assertDoesNotThrow(() -> ScenarioReader.read("good", "good.yaml", text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          alice | 8:68 | also takes an account, user@domain | also: alice@example.com
          [alice@one.example, alice@three.example] | 8:88 | no portal has | name one
          [{a: b}] | 8:69 | an account or a list of accounts | also: [alice@two.example]
          """)
  void furtherAccount(String also, String place, String text, String hint) {
    reported(
        ESCROW + "- {recover: alice@one.example, on: phone, shares: desktop 1, also: " + also + "}",
        place,
        text,
        hint);
  }

  /** An escrow that is expected to fail leaves the shares of the one before. */
  @ParameterizedTest
  @ValueSource(ints = {4, 5})
  void failedEscrowHasNoShares(int share) {
    reported(
        ESCROW
            + "- {escrow: 2 of 5, on: desktop, expect: refused 401}\n"
            + "- {recover: alice@one.example, on: phone, shares: [desktop "
            + share
            + "]}",
        "9:52",
        "there is no share " + share,
        "from 1 to 3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          - {atOnce: 3}; - accounts: desktop; - accounts: phone | 7:3 | does 3 steps at once, and 2 follow | number of steps that follow
          - {atOnce: 2}; - accounts: desktop; - createDevice: desktop | 7:3 | are of one machine | name another machine
          - {atOnce: 2}; - accounts: desktop; - wait: 1 day | 9:3 | wait is done by no machine | put it before atOnce
          - {atOnce: 2}; - accounts: desktop; - atOnce: 2 | 9:3 | atOnce is done by no machine | put it before atOnce
          - {atOnce: 2}; - accounts: desktop; - {accounts: phone, expect: nothing logged} | 9:3 | nothing logged | leave the expectation out
          - {atOnce: 1}; - accounts: desktop | 7:12 | a number of steps, from 2 to 99 | atOnce: 2
          - {atOnce: 2, order: [dektop]}; - accounts: desktop; - accounts: phone | 7:23 | there is no machine "dektop" | did you mean "desktop"?
          - {atOnce: 2, order: [desktop after 2 parsecs]}; - accounts: desktop; - accounts: phone | 7:23 | order takes a list of turns | desktop, phone after 2 seconds
          """)
  void stepsAtOnce(String steps, String place, String text, String hint) {
    List<Problem> all = problems(steps.replace("; ", "\n") + "\n");
    Problem one = all.get(0);
    assertEquals("bad.yaml:" + place, one.place().toString(), one.lines());
    assertTrue(one.text().contains(text), one.lines());
    assertTrue(one.hint().contains(hint), one.lines());
  }
}
