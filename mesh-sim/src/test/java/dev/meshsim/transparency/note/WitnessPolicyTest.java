package dev.meshsim.transparency.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The policy format of C2SP tlog-policy. */
class WitnessPolicyTest {

  private static final List<NoteKey> KEYS =
      IntStream.range(0, 7).mapToObj(WitnessPolicyTest::key).toList();

  private static NoteKey key(int n) {
    World world = World.seeded(25);
    PrivateJwk secret = PrivateJwk.generate(KeySpec.ED25519, world.stream("test", "key" + n));
    return n == 0
        ? NoteKey.of("log.example", KeyType.ED25519, secret.publicJwk())
        : NoteKey.of("witness.example/w" + n, KeyType.COSIGNATURE, secret.publicJwk());
  }

  /** K0 is a log's key, K1 to K6 are those of witnesses. */
  private static String filled(String text) {
    String all = text;
    for (int n = 0; n < KEYS.size(); n++) {
      all = all.replace("K" + n, KEYS.get(n).text());
    }
    return all;
  }

  private static WitnessPolicy policy(String text) {
    return WitnessPolicy.parse(Bytes.utf8(filled(text)));
  }

  private static boolean isMet(WitnessPolicy policy, int... cosigned) {
    return policy.isMetBy(IntStream.of(cosigned).mapToObj(KEYS::get).toList());
  }

  @Test
  void twoLevelsOfGroupsAreCounted() {
    WitnessPolicy policy =
        policy(
            """
            # A log and two operators of witnesses.
            log K0 https://log.example/
            witness X1 K1 https://x1.example/
            witness X2 K2
            \twitness X3  K3\t
            group X-witnesses 2 X1 X2 X3

            witness Y1 K4
            witness Y2 K5
            group Y-witnesses any Y1 Y2
            group X-and-Y all X-witnesses Y-witnesses
            quorum X-and-Y
            """);
    assertEquals(
        List.of(
            new WitnessPolicy.Party(
                "log.example", KEYS.get(0), Optional.of("https://log.example/"))),
        policy.logs());
    assertEquals(5, policy.witnesses().size());
    assertEquals(Optional.of("https://x1.example/"), policy.witnesses().get(0).url());
    assertEquals(Optional.empty(), policy.witnesses().get(1).url());
    assertTrue(policy.needsWitnesses());
    assertTrue(isMet(policy, 1, 2, 4));
    assertTrue(isMet(policy, 1, 2, 3, 4, 5));
    assertTrue(isMet(policy, 5, 3, 1));
    assertFalse(isMet(policy));
    assertFalse(isMet(policy, 1, 4));
    assertFalse(isMet(policy, 1, 2, 3));
    assertFalse(isMet(policy, 4, 5));
    assertFalse(isMet(policy, 6, 6, 6));
  }

  @Test
  void oneWitnessMayBeTheQuorum() {
    WitnessPolicy policy = policy("witness W K1\nquorum W");
    assertTrue(isMet(policy, 1));
    assertFalse(isMet(policy, 2));
  }

  @Test
  void noneNeedsNobody() {
    WitnessPolicy policy = policy("quorum none\n");
    assertTrue(isMet(policy));
    assertFalse(policy.needsWitnesses());
    assertEquals(List.of(), policy.witnesses());
  }

  @Test
  void asManyAsEveryReaderShouldTakeAreTaken() {
    StringBuilder text = new StringBuilder();
    List<String> names = new ArrayList<>();
    for (int n = 1; n <= 40; n++) {
      text.append("witness w").append(n).append(' ').append(key(n).text()).append('\n');
      names.add("w" + n);
    }
    text.append("group g 20 ").append(String.join(" ", names)).append("\nquorum g\n");
    assertEquals(40, WitnessPolicy.parse(Bytes.utf8(text.toString())).witnesses().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "|it has no line 'quorum NAME'",
        "witness W K1|it has no line 'quorum NAME'",
        "quorum W|line 1: there is no witness or group of that name above: W",
        "quorum W;witness W K1|line 1: there is no witness or group of that name above: W",
        "witness W K1;quorum W;quorum W|line 3: there is a quorum already",
        "witness W K1;quorum none;quorum W|line 3: there is a quorum already",
        "quorum|line 1: the form is: quorum NAME, or quorum none",
        "witness none K1|line 1: none is no name of a witness or group",
        "witness W K1;witness W K2|line 2: this name is taken: W",
        "witness W K1;witness V K1|line 2: this key has a line already",
        "witness W K0|line 1: the key is one of a log, not of a witness",
        "log K1|line 1: the key is one of a witness, not of a log",
        "log K0;log K0 http://a|line 2: this key has a line already",
        "witness W|line 1: the form is: witness NAME KEY [URL]",
        "witness W K1 a b|line 1: the form is: witness NAME KEY [URL]",
        "log|line 1: the form is: log KEY [URL]",
        "witness W K1;group G 1|line 2: the form is: group NAME all|any|NUMBER NAME...",
        "witness W K1;group G 2 W|line 2: a group needs any, all, or 1 to 1 of its members",
        "witness W K1;group G 0 W|line 2: a group needs any, all, or 1 to 1 of its members",
        "witness W K1;group G 01 W|line 2: a group needs any, all, or 1 to 1 of its members",
        "witness W K1;group G any W W|line 2: a name is a member once: W",
        "witness W K1;group G any W;group H any W|line 3: a name is a member once: W",
        "group G any G|line 1: there is no witness or group of that name above: G",
        "witness W K1;group G any none|line 2: there is no witness or group of that name above: none",
        "Witness W K1|line 1: a line begins with log, witness, group, quorum or #",
        "quorum none # all|line 1: the form is: quorum NAME, or quorum none"
      })
  void aMistakeIsNamedWithItsLine(String text, String problem) {
    String lines = text == null ? "" : text.replace(';', '\n');
    // The form of a group has the delimiter in it.
    String expected =
        problem.startsWith("line 2: the form is: group") ? "line 2: the form" : problem;
    TransparencyException e = assertThrows(TransparencyException.class, () -> policy(lines), lines);
    assertEquals(TransparencyException.Code.BAD_POLICY, e.errorCode());
    assertTrue(e.problem().contains(expected), e.problem());
  }

  @Test
  void controlCharactersAreRefused() {
    assertThrows(TransparencyException.class, () -> policy("quorum none\r\n"));
    assertThrows(TransparencyException.class, () -> policy("quorum\u007f none\n"));
    assertThrows(
        TransparencyException.class,
        () -> policy("#" + "x".repeat(WitnessPolicy.MOST_OCTETS) + "\nquorum none\n"));
  }

  @Test
  void namesAreOctets() {
    WitnessPolicy policy =
        policy("witness W\u00e4rter K1 http://\u00e4.example/\nquorum W\u00e4rter\n");
    assertTrue(isMet(policy, 1));
    assertEquals(Optional.of("http://\u00e4.example/"), policy.witnesses().get(0).url());
  }

  @Test
  void aPolicyIsMadeOfANumber() {
    List<WitnessPolicy.Party> three =
        IntStream.range(1, 4)
            .mapToObj(n -> new WitnessPolicy.Party("w" + n, KEYS.get(n), Optional.empty()))
            .toList();
    WitnessPolicy policy = WitnessPolicy.of(2, three);
    assertTrue(isMet(policy, 1, 3));
    assertFalse(isMet(policy, 3));
    assertThrows(IllegalArgumentException.class, () -> WitnessPolicy.of(4, three));
    assertThrows(IllegalArgumentException.class, () -> WitnessPolicy.of(0, three));
  }
}
