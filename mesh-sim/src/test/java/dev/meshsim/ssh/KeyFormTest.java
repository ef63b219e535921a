package dev.meshsim.ssh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.machine.SampleRecords;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFormTest {

  private static RandomStream random(long seed) {
    return World.seeded(seed).stream("machine", "store");
  }

  private static byte[] text(KeySpec spec) {
    return KeyForm.of(spec).writePrivate(SampleRecords.key(spec).jwk(), "mmm:A", random(1));
  }

  private static byte[] pkcs8(PrivateJwk jwk) {
    try (SecretBytes der = jwk.pkcs8()) {
      return der.expose();
    }
  }

  private static String problem(KeySpec spec, byte[] text) {
    KeyForm form = KeyForm.of(spec);
    return assertThrows(KeyTextException.class, () -> form.readPrivate(spec, text)).problem();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource
  void bothHalvesAreReadBackEqual(KeySpec spec) throws KeyTextException {
    PrivateJwk jwk = SampleRecords.key(spec).jwk();
    KeyForm form = KeyForm.of(spec);
    try (PrivateJwk read = form.readPrivate(spec, text(spec))) {
      assertEquals(spec, read.spec());
      assertArrayEquals(pkcs8(jwk), pkcs8(read));
      form.requirePublic(read.publicJwk(), form.writePublic(jwk.publicJwk(), "mmm:A"));
    }
  }

  /** A base64 digit may have spare bits, and a line feed may become a carriage return: no more. */
  @ParameterizedTest
  @EnumSource(names = {"ED25519", "P256_SIGN", "X25519", "ED448"})
  void noChangeOfAnyCharacterMakesAnotherKey(KeySpec spec) {
    byte[] good = text(spec);
    KeyForm form = KeyForm.of(spec);
    int refused = 0;
    for (int i = 0; i < good.length; i++) {
      for (byte other : new byte[] {'A', '/', '\n', ':', 0, (byte) 0xff, (byte) (good[i] ^ 1)}) {
        byte[] changed = good.clone();
        changed[i] = other;
        try (PrivateJwk read = form.readPrivate(spec, changed)) {
          boolean samePrivate = Arrays.equals(pkcs8(read), pkcs8(SampleRecords.key(spec).jwk()));
          assertTrue(samePrivate || form == KeyForm.X25519 || form == KeyForm.ED448);
        } catch (KeyTextException e) {
          refused++;
        }
      }
    }
    assertTrue(refused > good.length, "only " + refused + " refused");
  }

  @ParameterizedTest
  @EnumSource(names = {"ED25519", "P256_SIGN", "X448", "RSA_2048_SIGN"})
  void aTornFileIsRefused(KeySpec spec) {
    byte[] good = text(spec);
    for (int length = 0; length < good.length - 1; length += 7) {
      byte[] torn = Arrays.copyOf(good, length);
      assertThrows(KeyTextException.class, () -> KeyForm.of(spec).readPrivate(spec, torn));
    }
  }

  @Test
  void aKeyOfAnotherKindIsRefused() {
    assertTrue(problem(KeySpec.P256_SIGN, text(KeySpec.ED25519)).contains("ssh-ed25519"));
    assertTrue(problem(KeySpec.X448, text(KeySpec.X25519)).contains("X448"));
    assertTrue(problem(KeySpec.RSA_3072_SIGN, text(KeySpec.RSA_2048_SIGN)).contains("2048 bits"));
  }

  @Test
  void anotherKeysPublicHalfIsRefused() {
    KeyForm form = KeyForm.RSA;
    byte[] text =
        form.writePublic(SampleRecords.key(KeySpec.RSA_3072_SIGN).jwk().publicJwk(), "mmm:A");
    var jwk = SampleRecords.key(KeySpec.RSA_2048_SIGN).jwk().publicJwk();
    String said =
        assertThrows(KeyTextException.class, () -> form.requirePublic(jwk, text)).problem();
    assertEquals("is not the public half of the private key beside it", said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "garbage",
        "-----BEGIN OPENSSH PRIVATE KEY-----",
        "-----BEGIN OPENSSH PRIVATE KEY-----\n-----END OPENSSH PRIVATE KEY-----\n",
        "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaA==\n-----END OPENSSH PRIVATE KEY-----\n",
        "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n",
        "-----BEGIN OPENSSH PRIVATE KEY-----\nA: B\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n"
      })
  void whatIsNoKeyFileIsRefused(String text) {
    assertTrue(!problem(KeySpec.ED25519, bytes(text)).isEmpty());
  }

  @Test
  void nothingMayFollowTheLastLine() {
    byte[] good = text(KeySpec.ED25519);
    byte[] more = Arrays.copyOf(good, good.length + 2);
    more[good.length] = 'A';
    more[good.length + 1] = '\n';
    assertEquals("goes on after its last line", problem(KeySpec.ED25519, more));
  }

  @Test
  void windowsLineEndsAreAccepted() throws KeyTextException {
    String text = new String(text(KeySpec.ED25519), StandardCharsets.UTF_8);
    KeyForm.ED25519.readPrivate(KeySpec.ED25519, bytes(text.replace("\n", "\r\n"))).close();
  }

  @Test
  void theCheckNumberComesFromTheStream() {
    PrivateJwk jwk = SampleRecords.key(KeySpec.ED25519).jwk();
    byte[] one = KeyForm.ED25519.writePrivate(jwk, "mmm:A", random(1));
    assertArrayEquals(one, KeyForm.ED25519.writePrivate(jwk, "mmm:A", random(1)));
    assertNotEquals(
        new String(one, StandardCharsets.UTF_8),
        new String(KeyForm.ED25519.writePrivate(jwk, "mmm:A", random(2)), StandardCharsets.UTF_8));
  }

  @Test
  void aLongCommentIsFoldedAsRfc4716Asks() throws KeyTextException {
    var jwk = SampleRecords.key(KeySpec.ED25519).jwk().publicJwk();
    byte[] text = KeyForm.ED25519.writePublic(jwk, "mmm:" + "ABCD-".repeat(30));
    String lines = new String(text, StandardCharsets.UTF_8);
    assertTrue(lines.lines().allMatch(line -> line.length() <= 72), lines);
    assertEquals(2, lines.lines().filter(line -> line.endsWith("\\")).count());
    KeyForm.ED25519.requirePublic(jwk, text);
  }

  /** RFC 4716 3.6 shows this key with its two header lines, one of them folded. */
  @Test
  void theExampleOfRfc4716IsRead() throws KeyTextException {
    String example =
        "---- BEGIN SSH2 PUBLIC KEY ----\n"
            + "Subject: me\n"
            + "Comment: 1024-bit rsa, created by me@example.com Mon Jan 15 \\\n"
            + "08:31:24 2001\n"
            + "AAAAB3NzaC1yc2EAAAABJQAAAIEAiPWx6WM4lhHNedGfBpPJNPpZ7yKu+dnn1SJejgt4\n"
            + "596k6YjzGGphH2TUxwKzxcKDKKezwkpfnxPkSMkuEspGRt/aZZ9wa++Oi7Qkr8prgHc4\n"
            + "soW6NUlfDzpvZK2H5E7eQaSeP3SAwGmQKUFHCddNaP0L+hM7zhFNzjFvpaMgJw0=\n"
            + "---- END SSH2 PUBLIC KEY ----\n";
    byte[] blob = Rfc4716.read(bytes(example));
    SshReader in = new SshReader(blob);
    in.expect("ssh-rsa");
    assertEquals(37, in.mpint().intValueExact());
    assertEquals(1024, in.mpint().bitLength());
  }
}
