package dev.meshsim.cli.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.cli.Cli;
import dev.meshsim.udf.ContentTypes;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shares on the command line: only results on standard output, an error for each mistake. */
public class ShareCommandTest {

  private static final String SECRET = "00112233445566778899aabbccddeeff";

  private static List<String> split(String quorum, String shares) {
    return split(SECRET, quorum, shares);
  }

  private static List<String> split(String secret, String quorum, String shares) {
    Cli cli = Cli.run("share", "split", "--quorum", quorum, "--shares", shares, "--hex", secret);
    assertEquals(0, cli.code(), cli.errors());
    assertEquals("", cli.errors());
    return cli.out().lines().toList();
  }

  @Test
  void sharesComeOneALineAndGiveTheSecretBack() {
    List<String> shares = split("2", "4");
    assertEquals(4, shares.size());
    Cli cli = Cli.run("share", "combine", shares.get(2), shares.get(0));
    assertEquals(new Cli(0, SECRET + System.lineSeparator(), ""), cli);
  }

  @Test
  void secretsAndSharesCanBePipedIn() {
    Cli split =
        Cli.piped(SECRET + "\n", "share", "split", "--quorum", "2", "--shares", "3", "--hex", "-");
    Cli combined = Cli.piped(split.out(), "share", "combine", "-");
    assertEquals(SECRET, combined.out().strip(), combined.errors());
    assertEquals(2, Cli.piped("", "share", "combine", "-").code());
    assertEquals(
        2, Cli.piped("", "share", "split", "--quorum", "2", "--shares", "3", "--hex", "-").code());
  }

  @Test
  void aSecretIsConfirmedByItsIdentifier() {
    List<String> shares = split("2", "3");
    String right =
        Cli.run("share", "combine", shares.get(0), shares.get(1), "--confirm", identifier()).out();
    assertEquals(SECRET, right.strip());
    List<String> other = split("ff112233445566778899aabbccddeeff", "2", "3");
    fails(
        "is not the one",
        "share",
        "combine",
        other.get(0),
        other.get(1),
        "--confirm",
        identifier());
  }

  private static String identifier() {
    return Udf.fingerprint(UdfFormat.MESH, ContentTypes.MMM_ESCROWED, Bytes.hex(SECRET)).text();
  }

  @Test
  void tooFewDuplicateMixedAndMistypedSharesEachSayWhy() {
    List<String> three = split("3", "5");
    List<String> two = split("2", "5");
    fails("only 2 shares", "share", "combine", three.get(0), three.get(1));
    fails("twice", "share", "combine", three.get(0), three.get(1), three.get(0));
    fails("quorum", "share", "combine", three.get(0), three.get(1), two.get(2));
    fails("character", "share", "combine", three.get(0).replace('-', '!'), three.get(1));
    List<String> another = split("3", "5");
    fails("do not", "share", "combine", three.get(0), three.get(1), three.get(2), another.get(3));
  }

  @Test
  void mistypedShareIsNamedByItsPlace() {
    List<String> shares = split("2", "3");
    String bad = shares.get(2).substring(0, shares.get(2).length() - 1) + "9";
    fails("share 3 of the 3 given: ", "share", "combine", shares.get(0), shares.get(1), bad);
    Cli piped =
        Cli.piped(
            shares.get(0) + "\n\n" + bad + "\n" + shares.get(1) + "\n", "share", "combine", "-");
    assertError(piped);
    assertTrue(piped.errors().contains("share 2 of the 3 given: "), piped.errors());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 4, 00112233",
    "5, 4, 00112233",
    "2, 16, 00112233",
    "2, 4, 0011223344",
    "2, 4, 0011223",
    "2, 4, 0011zz33",
    "2, 4, ''",
  })
  void impossibleSplitsAreRefused(String quorum, String shares, String secret) {
    Cli cli = Cli.run("share", "split", "--quorum", quorum, "--shares", shares, "--hex=" + secret);
    assertError(cli);
    assertFalse(secret.length() > 1 && cli.errors().contains(secret), cli.errors());
  }

  @Test
  void aMisplacedSecretIsNotRepeated() {
    Cli cli = Cli.run("share", "split", "--quorum", "2", "--shares", "3", "--hex", "00", SECRET);
    assertError(cli);
    assertFalse(cli.errors().contains(SECRET), cli.errors());
  }

  private static void fails(String what, String... arguments) {
    Cli cli = Cli.run(arguments);
    assertError(cli);
    assertTrue(cli.errors().contains(what), cli.errors());
    for (String argument : arguments) {
      boolean share = argument.startsWith("S") && argument.length() > 20;
      assertFalse(share && cli.errors().contains(argument), "a share is repeated");
    }
  }

  public static void assertError(Cli cli) {
    assertEquals(2, cli.code(), cli.errors());
    assertEquals("", cli.out());
    List<String> lines = cli.errors().lines().toList();
    assertEquals(2, lines.size(), cli.errors());
    assertTrue(lines.get(0).startsWith("mesh-sim: "), cli.errors());
    assertTrue(lines.get(1).startsWith("hint: "), cli.errors());
  }
}
