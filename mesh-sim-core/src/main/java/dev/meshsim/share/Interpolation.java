package dev.meshsim.share;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From a quorum of shares to the number they hide, and from that to octets. */
final class Interpolation {

  private Interpolation() {}

  /** The value at zero of the polynomial through these shares. */
  static long[] atZero(List<KeyShare> quorum) {
    PrimeField field = quorum.get(0).field();
    int limbs = field.limbs();
    int indexes = 0;
    for (KeyShare share : quorum) {
      indexes |= 1 << share.index();
    }
    Lagrange lagrange = field.lagrange(indexes);
    long[] weights = new long[quorum.size()];
    long[] values = new long[quorum.size() * limbs];
    for (int i = 0; i < weights.length; i++) {
      KeyShare share = quorum.get(i);
      weights[i] = lagrange.numerator(share.index());
      System.arraycopy(share.value(), 0, values, i * limbs, limbs);
    }
    long[] sum = new long[limbs + 1];
    field.weightedSum(weights, values, weights.length, sum);
    lagrange.divide(sum);
    Arrays.fill(values, 0);
    return sum;
  }

  /** Writes a secret as its format does, or null if it is too large for that; clears the number. */
  static byte @Nullable [] octets(KeyShare share, long[] secret) {
    int bits = share.bits();
    boolean fits = (secret[bits / Long.SIZE] >>> (bits % Long.SIZE)) == 0;
    byte[] octets = null;
    if (fits) {
      octets = new byte[bits / Byte.SIZE];
      if (share.format() == ShareFormat.MESH) {
        Limbs.writeBigEndian(secret, octets, 0, octets.length);
      } else {
        Limbs.writeLittleEndian(secret, octets, 0, octets.length);
      }
    }
    Arrays.fill(secret, 0);
    return octets;
  }
}
