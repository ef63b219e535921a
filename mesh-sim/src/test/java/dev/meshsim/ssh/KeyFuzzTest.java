package dev.meshsim.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.fuzz.Mutations;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.machine.SampleRecords;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A mutated key file is refused as one, or its key is written and read again as it was. */
class KeyFuzzTest {

  private static RandomStream random() {
    return World.seeded(1).stream("machine", "store");
  }

  private static PrivateJwk sample(KeySpec spec) {
    return SampleRecords.key(spec).jwk();
  }

  @ParameterizedTest
  @EnumSource(names = {"ED25519", "P256_SIGN", "X25519", "RSA_2048_SIGN"})
  void mutatedTextsAreRefusedOrKept(KeySpec spec) {
    byte[] text = KeyForm.of(spec).writePrivate(sample(spec), "mmm:A", random());
    Mutations.of("key file " + spec, List.of(text))
        .run(Duration.ofMillis(150), input -> check(spec, input));
  }

  /** Mutates what is inside of the base64, which few mutations of the text get through. */
  @ParameterizedTest
  @EnumSource(names = {"ED25519", "P256_SIGN", "X25519", "RSA_2048_SIGN"})
  void mutatedOctetsAreRefusedOrKept(KeySpec spec) throws KeyTextException {
    Armor armor = spec == KeySpec.X25519 ? Armor.PKCS8 : Armor.OPENSSH_PRIVATE;
    byte[] octets =
        armor.read(KeyForm.of(spec).writePrivate(sample(spec), "a comment to change", random()));
    Mutations.of("key octets " + spec, List.of(octets))
        .run(Duration.ofMillis(150), input -> check(spec, armor.write("", input)));
  }

  private static void check(KeySpec spec, byte[] text) {
    KeyForm form = KeyForm.of(spec);
    try (PrivateJwk read = form.readPrivate(spec, text)) {
      byte[] written = form.writePrivate(read, "mmm:B", random());
      try (PrivateJwk again = form.readPrivate(spec, written)) {
        assertEquals(read.publicJwk(), again.publicJwk());
        assertEquals(read.toJson(null), again.toJson(null));
      }
      form.requirePublic(read.publicJwk(), form.writePublic(read.publicJwk(), "mmm:B"));
    } catch (KeyTextException e) {
      assertEquals(e.problem(), e.problem().strip());
    }
  }

  @Test
  void mutatedPublicHalvesAreRefusedOrEqual() {
    var jwk = sample(KeySpec.ED25519).publicJwk();
    byte[] blob = SshKeyType.ED25519.publicBlob(jwk.spki());
    String line = "no-pty,command=\"a \\\"b\\\"\" ssh-ed25519\t" + base64(blob) + "  a b\r\n";
    Mutations.of("public key", List.of(KeyForm.ED25519.writePublic(jwk, "mmm:A"), ascii(line)))
        .run(
            Duration.ofMillis(300),
            input -> {
              try {
                KeyForm.ED25519.requirePublic(jwk, input);
                assertEquals(base64(blob), base64(Arrays.copyOf(Rfc4716.read(input), blob.length)));
              } catch (KeyTextException e) {
                assertEquals(e.problem(), e.problem().strip());
              }
            });
  }

  private static byte[] ascii(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }

  private static String base64(byte[] octets) {
    return Base64.getEncoder().encodeToString(octets);
  }
}
