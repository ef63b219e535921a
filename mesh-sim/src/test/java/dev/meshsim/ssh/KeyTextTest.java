package dev.meshsim.ssh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.jose.KeySpec;
import dev.meshsim.machine.SampleRecords;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exact texts that are written, and the first and the last of each range that is read. */
class KeyTextTest {

  private static String ascii(byte[] text) {
    return new String(text, StandardCharsets.US_ASCII);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String problem(byte[] octets, String expected) {
    return assertThrows(KeyTextException.class, () -> new SshReader(octets).expect(expected))
        .problem();
  }

  @Test
  void base64IsWrittenInFullLines() {
    for (int octets : new int[] {0, 1, 47, 48, 49, 96, 97}) {
      byte[] content = new byte[octets];
      String base64 = "A".repeat((octets * 8 + 5) / 6) + "=".repeat((3 - octets % 3) % 3);
      StringBuilder expected = new StringBuilder("-----BEGIN PRIVATE KEY-----\nhead\n");
      for (int at = 0; at < base64.length(); at += 64) {
        expected.append(base64, at, Math.min(at + 64, base64.length())).append('\n');
      }
      expected.append("-----END PRIVATE KEY-----\n");
      assertEquals(expected.toString(), ascii(Armor.PKCS8.write("head\n", content)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 61, 62, 131, 132, 133})
  void headerIsFoldedBehindThe72ndCharacter(int length) {
    String comment = "c".repeat(length);
    List<String> lines = ascii(Rfc4716.write(comment, new byte[3])).lines().toList();
    String header = "Comment: \"" + comment + "\"";
    int folds = length <= 61 ? 0 : length <= 132 ? 1 : 2;
    StringBuilder joined = new StringBuilder();
    for (int i = 1; i <= folds; i++) {
      assertEquals(72, lines.get(i).length());
      assertTrue(lines.get(i).endsWith("\\"));
      joined.append(lines.get(i), 0, 71);
    }
    assertEquals(header, joined.append(lines.get(folds + 1)).toString());
    assertEquals("AAAA", lines.get(folds + 2));
  }

  @Test
  void otherTextIsShownReadablyAndCut() {
    try (SshWriter out = new SshWriter()) {
      byte[] forty = out.string("\u001b ~" + "x".repeat(37)).toArray();
      assertEquals("says \"? ~" + "x".repeat(37) + "\" where \"y\" belongs", problem(forty, "y"));
    }
    try (SshWriter out = new SshWriter()) {
      byte[] longer = out.string("x".repeat(41)).toArray();
      assertEquals("says \"" + "x".repeat(40) + "...\" where \"y\" belongs", problem(longer, "y"));
    }
  }

  @ParameterizedTest
  @CsvSource({"''", "000000", "00000001", "ffffffff", "7fffffff00", "0000000561626364"})
  void lengthsBeyondTheEndAreRefused(String hex) {
    byte[] octets = HexFormat.of().parseHex(hex);
    assertEquals("ends too early", problem(octets, ""));
  }

  @Test
  void numbersAndTextsAreReadAsTheyWereWritten() throws KeyTextException {
    BigInteger number = BigInteger.ONE.shiftLeft(4095).add(BigInteger.TEN);
    SshWriter out = new SshWriter();
    out.uint32(0x01fe02fd).mpint(number).string("k\u00e9y").raw(new byte[] {9});
    byte[] written = out.toArray();
    assertEquals(out.length(), written.length);
    SshReader in = new SshReader(written);
    assertEquals(written.length, in.remaining());
    assertEquals(0x01fe02fd, in.uint32());
    assertEquals(number, in.mpint());
    assertEquals("k\u00e9y", in.text());
    assertEquals(1, in.remaining());
    assertArrayEquals(new byte[] {9}, in.raw(1));
    out.close();
    assertArrayEquals(new byte[written.length], out.toArray(), "a closed writer is cleared");
  }

  @Test
  void writerGrowsAtItsCapacity() {
    for (int length : new int[] {255, 256, 257, 1000}) {
      byte[] content = new byte[length];
      Arrays.fill(content, (byte) 7);
      try (SshWriter out = new SshWriter()) {
        assertArrayEquals(content, out.raw(content).toArray());
        assertEquals(length + 1, out.raw(new byte[] {8}).toArray().length);
        assertEquals(8, out.toArray()[length]);
      }
    }
  }

  @Test
  void filesAndCommandsAreNamedAfterTheForm() {
    assertEquals("id_ed25519-M", KeyForm.ED25519.privateName("M"));
    assertEquals("id_ed25519-M.pub", KeyForm.ED25519.publicName("M"));
    assertEquals("id_x448-M.pem", KeyForm.X448.privateName("M"));
    assertEquals("id_x448-M.pub.pem", KeyForm.X448.publicName("M"));
    Path a = Path.of("a");
    Path b = Path.of("b");
    assertEquals("ssh-keygen -e -f a > b", KeyForm.RSA.publicCommand(a, b));
    assertEquals("openssl pkey -in a -pubout -out b", KeyForm.ED448.publicCommand(a, b));
    assertEquals(KeyForm.ECDSA, KeyForm.of(KeySpec.P256_AGREE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"AAAA", "MAA=", "MAMCAQE="})
  void publicHalfThatIsNoDerIsNotTheHalf(String base64) {
    byte[] text = bytes("-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n");
    var jwk = SampleRecords.key(KeySpec.X25519).jwk().publicJwk();
    KeyTextException e =
        assertThrows(KeyTextException.class, () -> KeyForm.X25519.requirePublic(jwk, text));
    assertEquals("is not the public half of the private key beside it", e.problem());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "----- BEGIN X-----~",
        "---- BEGIN X ----~ but with \"---- BEGIN X ----\"",
        "-----BEGIN X-----~ but with \"-----BEGIN X-----\"",
        "\u00ff\u00fe-~ but with a byte order mark: save it in ASCII",
        "\u00ef\u00bb\u00bf~ but with a byte order mark: save it in ASCII",
        "PuTTY-User-Key-File-2: ssh-rsa~ but is a file of PuTTY: export it with puttygen -O"
            + " private-openssh-new"
      })
  void onlyFirstLinesOfOtherFormsAreShown(String line, String more) {
    String expected = "does not begin with \"-----BEGIN PUBLIC KEY-----\"";
    String problem =
        assertThrows(KeyTextException.class, () -> Armor.SPKI.read(bytes(line + "\n"))).problem();
    assertTrue(problem.startsWith(expected), problem);
    assertTrue(more == null || problem.equals(expected + " " + more), problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-----BEGIN PUBLIC KEY-----\nAA:A\n-----END PUBLIC KEY-----",
        "-----BEGIN PUBLIC KEY-----\nA\n-----END PUBLIC KEY-----",
        "-----BEGIN PUBLIC KEY-----\n-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----"
      })
  void linesThatAreNoBase64AreRefused(String text) {
    assertEquals(
        "has a line that is not base64",
        assertThrows(KeyTextException.class, () -> Armor.SPKI.read(bytes(text))).problem());
  }

  @ParameterizedTest
  @CsvSource({"'\"a b\" ', true", "'\"a\\\" b\" ', true", "'a\" b\" ', true", "'\"a b ', false"})
  void quotationsOfOptionsHideSpaces(String options, boolean read) throws KeyTextException {
    byte[] blob = {0, 0, 0, 7, 's', 's', 'h', '-', 'r', 's', 'a'};
    String line = options + "ssh-rsa " + Base64.getEncoder().encodeToString(blob);
    if (read) {
      assertArrayEquals(blob, Rfc4716.read(bytes(line)));
    } else {
      assertThrows(KeyTextException.class, () -> Rfc4716.read(bytes(line)));
    }
  }
}
