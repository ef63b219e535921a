package dev.meshsim.jose;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.nio.charset.StandardCharsets;

/** Keys for tests, equal in every test, so that each RSA pair is generated once. */
final class TestKeys {

  private TestKeys() {}

  /** The key of this kind. */
  static PrivateJwk of(KeySpec spec) {
    return of(spec, "alice-desktop");
  }

  /** Another key of this kind. */
  static PrivateJwk of(KeySpec spec, String machine) {
    String purpose = spec.name().replaceAll("(RSA_\\d+)_.*", "$1");
    return PrivateJwk.generate(spec, World.seeded(1).stream(machine, purpose));
  }

  /** A stream whose octets are equal at every call. */
  static RandomStream random() {
    return World.seeded(2).stream("alice-desktop", "test");
  }

  static SecretBytes secret(String text) {
    return SecretBytes.moveFrom(text.getBytes(StandardCharsets.UTF_8));
  }
}
