package dev.meshsim.share;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From a quorum of shares to the number they hide, and from that to octets. */
final class Interpolation {

  /** Sixteen indexes make 65,535 sets; few are in use at a time. */
  private static final Remembered<Lagrange> COEFFICIENTS = new Remembered<>(10, Lagrange::new);

  private Interpolation() {}

  /** The value at zero of the polynomial through the first {@code quorum} of these shares. */
  static long[] atZero(List<KeyShare> shares, int quorum) {
    int indexes = 0;
    for (int i = 0; i < quorum; i++) {
      indexes |= 1 << shares.get(i).index();
    }
    Lagrange lagrange = COEFFICIENTS.get(indexes);
    long[] weights = new long[quorum];
    long[][] values = new long[quorum][];
    for (int i = 0; i < quorum; i++) {
      KeyShare share = shares.get(i);
      weights[i] = lagrange.numerator(share.index());
      values[i] = share.value();
    }
    PrimeField field = shares.get(0).field();
    long[] sum = new long[field.limbs() + 1];
    field.weightedSum(weights, values, quorum, sum);
    field.divide(sum, lagrange.denominator());
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
