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
 * Makes RSA key pairs. A pair depends on its size and on 64 octets drawn from the stream, expanded
 * to a stream of their own: so the stream stands at the same place whether the pair was found now
 * or, in a reproducible world, remembered from before.
 */
public final class RsaKeyPairs {

  private static final BigInteger EXPONENT = BigInteger.valueOf(65537);
  private static final int SEED_OCTETS = RandomStream.SEED_OCTETS;
  private static final int CERTAINTY = 128;
  private static final int REMEMBERED = 1024;

  private static final Map<String, RsaNumbers> FOUND =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RsaNumbers> eldest) {
          return size() > REMEMBERED;
        }
      };

  private RsaKeyPairs() {}

  public static RsaNumbers generate(int bits, RandomStream random) {
    byte[] seed = random.bytes(SEED_OCTETS);
    try {
      if (random.reproducibleName().isEmpty()) {
        return find(bits, seed);
      }
      // The seed tells streams apart as well as their names do, and draws of one stream too.
      String name = bits + "/" + HexFormat.of().formatHex(seed);
      RsaNumbers numbers = remembered(name);
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

  private static @Nullable RsaNumbers remembered(String name) {
    synchronized (FOUND) {
      return FOUND.get(name);
    }
  }

  public static RsaNumbers find(int bits, byte[] seed) {
    RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
    generator.init(
        new RSAKeyGenerationParameters(
            EXPONENT, RandomStream.expand(seed).asSecureRandom(), bits, CERTAINTY));
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
