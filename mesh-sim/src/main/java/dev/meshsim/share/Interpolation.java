package dev.meshsim.share;

import dev.meshsim.share.field.Lagrange;
import dev.meshsim.share.field.Limbs;
import dev.meshsim.share.field.PrimeField;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Recovery of a secret from a quorum of shares: first as a number, then as octets. */
final class Interpolation {

  private Interpolation() {}

  /** The value at zero of the polynomial through the first {@code quorum} of these shares. */
  static long[] atZero(KeyShare[] shares, int quorum) {
    int indexes = 0;
    for (int i = 0; i < quorum; i++) {
      indexes |= 1 << shares[i].index();
    }
    PrimeField field = shares[0].field();
    Lagrange lagrange = field.lagrange(indexes);
    long[] weights = new long[quorum];
    long[][] values = new long[quorum][];
    for (int i = 0; i < quorum; i++) {
      weights[i] = lagrange.numerator(shares[i].index());
      values[i] = shares[i].value();
    }
    long[] sum = new long[field.limbs() + 1];
    field.weightedSum(weights, values, quorum, sum);
    lagrange.divide(sum);
    return sum;
  }

  /**
   * Encodes a secret in the octet order of its format; clears {@code secret}.
   *
   * @return null if the number has more bits than the secret, so that the shares cannot be right
   */
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
