package dev.meshsim.jose.key;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.math.BigInteger;
import java.util.BitSet;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;

class SmallFactorsTest {

  private static final int COUNT = 256;

  @Test
  void theSieveFindsWhatBouncyCastleFindsOneByOne() {
    RandomStream random = World.seeded(1).stream("m", "numbers");
    for (int bits = 11; bits <= 1024; bits += 29) {
      BigInteger first = new BigInteger(bits, random.asSecureRandom()).setBit(bits - 1).setBit(0);
      assertEquals(oneByOne(first), SmallFactors.sieve(first, COUNT), () -> "from " + first);
    }
  }

  @Test
  void theLargestOfTheSmallPrimesIsTried() {
    BigInteger first = BigInteger.valueOf(743).multiply(BigInteger.valueOf(751));
    assertEquals(true, SmallFactors.sieve(first, 1).get(0));
    assertEquals(
        false,
        SmallFactors.sieve(BigInteger.valueOf(751).multiply(BigInteger.valueOf(757)), 1).get(0));
  }

  private static BitSet oneByOne(BigInteger first) {
    BitSet divided = new BitSet();
    for (int n = 0; n < COUNT; n++) {
      if (BigIntegers.hasAnySmallFactors(first.add(BigInteger.valueOf(2L * n)))) {
        divided.set(n);
      }
    }
    return divided;
  }
}
