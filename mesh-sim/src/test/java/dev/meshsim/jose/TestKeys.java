package dev.meshsim.jose;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.nio.charset.StandardCharsets;

/** Keys for tests: the same ones in every test and RSA use, so that RSA pairs are found once. */
final class TestKeys {

  private TestKeys() {}

  /** The key of that kind. */
  static PrivateJwk of(KeySpec spec) {
    return of(spec, "alice-desktop");
  }

  /** The key of that kind that another machine has. */
  static PrivateJwk of(KeySpec spec, String machine) {
    String purpose = spec.name().replaceAll("(RSA_\\d+)_.*", "$1");
    return PrivateJwk.generate(spec, World.seeded(1).stream(machine, purpose));
  }

  /** The same octets every time. */
  static RandomStream random() {
    return World.seeded(2).stream("alice-desktop", "test");
  }

  static SecretBytes secret(String text) {
    return SecretBytes.moveFrom(text.getBytes(StandardCharsets.UTF_8));
  }
}
