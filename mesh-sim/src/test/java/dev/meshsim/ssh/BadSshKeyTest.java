package dev.meshsim.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.jose.KeySpec;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Key files that no tool writes: the form is checked first, and each number before it is used. */
class BadSshKeyTest {

  private static final byte[] SEVEN = {7};

  /** An RSA key of the numbers n, e, d, qi, p, q. */
  private static byte[] rsa(byte[]... numbers) {
    return file("openssh-key-v1\0", 1, numbers);
  }

  private static byte[] file(String magic, int keys, byte[]... numbers) {
    try (SshWriter section = new SshWriter();
        SshWriter out = new SshWriter()) {
      section.uint32(1).uint32(1).string("ssh-rsa");
      for (byte[] number : numbers) {
        section.string(number);
      }
      out.raw(magic.getBytes(StandardCharsets.US_ASCII)).string("none").string("none").string("");
      out.uint32(keys).string("").string(section.toArray());
      return Armor.OPENSSH_PRIVATE.write("", out.toArray());
    }
  }

  private static void refused(String problem, byte[] text) {
    KeyTextException e =
        assertThrows(
            KeyTextException.class, () -> KeyForm.RSA.readPrivate(KeySpec.RSA_2048_SIGN, text));
    assertEquals(problem, e.problem());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void zeroAndWhatIsBelowAreRefused(int which) {
    for (byte[] bad : new byte[][] {{}, {0}, {-1}, {-128, 0}}) {
      byte[][] numbers = {SEVEN, SEVEN, SEVEN, SEVEN, SEVEN, SEVEN};
      numbers[which] = bad;
      refused("has a number that is not positive", rsa(numbers));
    }
  }

  @Test
  void aPrimeNumberThatIsOneIsRefused() {
    byte[] one = {1};
    refused("has a prime number that is one", rsa(SEVEN, SEVEN, SEVEN, SEVEN, one, SEVEN));
    refused("has a prime number that is one", rsa(SEVEN, SEVEN, SEVEN, SEVEN, SEVEN, one));
  }

  @Test
  void anotherFirstLineIsRefused() {
    String text = new String(rsa(SEVEN), StandardCharsets.US_ASCII);
    String other = text.replaceFirst("OPENSSH", "RSA");
    refused(
        "does not begin with \"-----BEGIN OPENSSH PRIVATE KEY-----\" but with"
            + " \"-----BEGIN RSA PRIVATE KEY-----\"",
        other.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void anotherFormatIsRefused() {
    refused("is not in the format openssh-key-v1", file("openssh-key-v2\0", 1, SEVEN));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, -1})
  void anotherNumberOfKeysIsRefused(int keys) {
    refused("does not hold exactly one key", file("openssh-key-v1\0", keys, SEVEN));
  }
}
