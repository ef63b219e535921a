package dev.meshsim.jose.key;

import dev.meshsim.world.RandomStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.jspecify.annotations.Nullable;

/**
 * A generator of RSA key pairs, with a cache for reproducible streams. A pair depends only on its
 * size and on a seed of 64 octets drawn from the stream and expanded to a stream of its own, so the
 * stream's position afterwards is independent of the cache.
 */
final class RsaKeyPairs {

  private static final BigInteger EXPONENT = BigInteger.valueOf(65537);
  private static final int SEED_OCTETS = RandomStream.SEED_OCTETS;

  /** A composite passes as prime with a probability of at most 2^-128. */
  private static final int CERTAINTY = 128;

  private static final int CACHED = 1024;

  private static final Map<String, RsaNumbers> FOUND =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RsaNumbers> eldest) {
          return size() > CACHED;
        }
      };

  private RsaKeyPairs() {}

  /**
   * Generates a pair, or takes it from the cache if the stream is reproducible.
   *
   * @param bits the length of the modulus
   */
  static RsaNumbers generate(int bits, RandomStream random) {
    byte[] seed = random.bytes(SEED_OCTETS);
    try {
      if (random.reproducibleName().isEmpty()) {
        return find(bits, seed);
      }
      // The key is the seed, not the stream's name: one stream may generate several pairs.
      String name = bits + "/" + HexFormat.of().formatHex(seed);
      RsaNumbers numbers = cached(name);
      if (numbers == null) {
        numbers = find(bits, seed);
        synchronized (FOUND) {
          FOUND.put(name, numbers);
        }
      }
      return numbers;
    } finally {
      Arrays.fill(seed, (byte) 0);
    }
  }

  private static @Nullable RsaNumbers cached(String name) {
    synchronized (FOUND) {
      return FOUND.get(name);
    }
  }

  /**
   * Searches the pair of a seed, without the cache.
   *
   * @param seed 64 octets
   */
  static RsaNumbers find(int bits, byte[] seed) {
    RandomStream random = RandomStream.expand(seed);
    RSAKeyPairGenerator generator = new LargePrimes(random);
    generator.init(
        new RSAKeyGenerationParameters(EXPONENT, random.asSecureRandom(), bits, CERTAINTY));
    RSAPrivateCrtKeyParameters key =
        (RSAPrivateCrtKeyParameters) generator.generateKeyPair().getPrivate();
    return new RsaNumbers(
        key.getModulus(),
        key.getPublicExponent(),
        key.getExponent(),
        key.getP(),
        key.getQ(),
        key.getDP(),
        key.getDQ(),
        key.getQInv());
  }
}
