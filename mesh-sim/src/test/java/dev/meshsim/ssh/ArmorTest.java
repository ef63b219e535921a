package dev.meshsim.ssh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Key text as other programs and other systems leave it: line ends, headers, broken ends. */
class ArmorTest {

  private static final byte[] OCTETS = new byte[150];

  static {
    IntStream.range(0, OCTETS.length).forEach(i -> OCTETS[i] = (byte) i);
  }

  private static String text(Armor armor, String header) {
    return new String(armor.write(header, OCTETS), StandardCharsets.US_ASCII);
  }

  private static byte[] read(Armor armor, String text) throws KeyTextException {
    return armor.read(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void refused(String problem, Armor armor, String text) {
    assertEquals(problem, assertThrows(KeyTextException.class, () -> read(armor, text)).problem());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void everyLineEndIsRead(String end) throws KeyTextException {
    for (Armor armor : new Armor[] {Armor.PKCS8, Armor.OPENSSH_PRIVATE, Armor.SSH2_PUBLIC}) {
      String written = text(armor, "").replace("\n", end);
      assertArrayEquals(OCTETS, read(armor, written));
      assertArrayEquals(OCTETS, read(armor, written.strip()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void aHeaderGoesOnBehindABackslash(String end) throws KeyTextException {
    String header = "Comment: \"one \\\ntwo\\\nAAAA\"\nSubject: mesh\n";
    String written = text(Armor.SSH2_PUBLIC, header).replace("\n", end);
    assertArrayEquals(OCTETS, read(Armor.SSH2_PUBLIC, written));
  }

  @Test
  void anEmptyLineEndsAHeader() throws KeyTextException {
    String written = text(Armor.SSH2_PUBLIC, "Comment: \\\n\n");
    assertArrayEquals(OCTETS, read(Armor.SSH2_PUBLIC, written));
  }

  @Test
  void aPrivateKeyHasNoHeader() {
    String written = text(Armor.OPENSSH_PRIVATE, "Comment: x\n");
    refused("has a line that is not base64", Armor.OPENSSH_PRIVATE, written);
  }

  @Test
  void theEndIsAtTheEnd() {
    String written = text(Armor.PKCS8, "");
    refused("goes on after its last line", Armor.PKCS8, written + "x");
    refused("goes on after its last line", Armor.PKCS8, written + "\n \nx\n");
    refused("goes on after its last line", Armor.PKCS8, written + "-----END PRIVATE KEY-----\n");
    String cut = written.substring(0, written.lastIndexOf("-----END"));
    refused("does not end with \"-----END PRIVATE KEY-----\"", Armor.PKCS8, cut);
    refused("does not end with \"-----END PRIVATE KEY-----\"", Armor.PKCS8, cut + "\r");
  }

  @Test
  void whiteSpaceAroundLinesAndBlankLinesAreRead() throws KeyTextException {
    for (Armor armor : new Armor[] {Armor.PKCS8, Armor.OPENSSH_PRIVATE, Armor.SSH2_PUBLIC}) {
      String written = text(armor, "");
      assertArrayEquals(OCTETS, read(armor, written + "\n"));
      assertArrayEquals(OCTETS, read(armor, "\n \n" + written + "\r\n\t\n"));
      assertArrayEquals(OCTETS, read(armor, written.replace("\n", " \n")));
      assertArrayEquals(OCTETS, read(armor, written.replace("\n", "\t\r\n  ")));
      assertArrayEquals(OCTETS, read(armor, written.replace("\n", "\n\n")));
    }
  }

  @Test
  void blankLinesAreNoKey() {
    refused("is empty", Armor.PKCS8, "");
    refused("is empty", Armor.PKCS8, " \n\t\n");
  }

  @Test
  void otherFormsAreNamed() {
    String begin = "does not begin with \"-----BEGIN OPENSSH PRIVATE KEY-----\"";
    refused(
        begin + " but with \"-----BEGIN EC PRIVATE KEY-----\"",
        Armor.OPENSSH_PRIVATE,
        "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n");
    refused(
        begin + " but is a file of PuTTY: export it with puttygen -O private-openssh-new",
        Armor.OPENSSH_PRIVATE,
        "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n");
  }

  @Test
  void byteOrderMarkIsNamed() {
    byte[] marked = ("\uFEFF" + text(Armor.PKCS8, "")).getBytes(StandardCharsets.UTF_8);
    String problem = assertThrows(KeyTextException.class, () -> Armor.PKCS8.read(marked)).problem();
    assertEquals(
        "does not begin with \"-----BEGIN PRIVATE KEY-----\" but with a byte order mark: save it in"
            + " ASCII",
        problem);
  }

  @Test
  void firstLineThatMayBeSecretIsNotShown() {
    refused(
        "does not begin with \"-----BEGIN PRIVATE KEY-----\"", Armor.PKCS8, "b3BlbnNzaC1rZXk=\n");
  }
}
