package dev.meshsim.jose.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.math.BigInteger;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
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

  @Test
  void theSearchFindsThePairThatBouncyCastleFinds() {
    for (int n = 0; n < 20; n++) {
      byte[] seed = World.seeded(n).stream("m", "RSA").bytes(RandomStream.SEED_OCTETS);
      RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
      generator.init(
          new RSAKeyGenerationParameters(
              BigInteger.valueOf(65537),
              RandomStream.expand(seed.clone()).asSecureRandom(),
              512,
              128));
      var expected = (RSAPrivateCrtKeyParameters) generator.generateKeyPair().getPrivate();
      RsaNumbers found = RsaKeyPairs.find(512, seed);
      assertEquals(expected.getP(), found.p());
      assertEquals(expected.getQ(), found.q());
      assertEquals(expected.getExponent(), found.d());
    }
  }
}
