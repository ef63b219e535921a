package dev.meshsim.jose.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import org.junit.jupiter.api.Test;

class RsaKeyPairsTest {

  @Test
  void theCacheDoesNotChangeTheStreamsPosition() {
    byte[] seed = World.seeded(9).stream("m", "RSA").bytes(64);
    RsaNumbers found = RsaKeyPairs.find(2048, seed);
    RandomStream first = World.seeded(9).stream("m", "RSA");
    RandomStream second = World.seeded(9).stream("m", "RSA");
    assertEquals(found, RsaKeyPairs.generate(2048, first));
    assertEquals(found, RsaKeyPairs.generate(2048, second));
    assertArrayEquals(first.bytes(16), second.bytes(16));
    assertNotEquals(found, RsaKeyPairs.generate(2048, second));
  }
}
