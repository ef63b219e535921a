package dev.meshsim.share;

import dev.meshsim.share.field.Limbs;
import dev.meshsim.share.field.Polynomial;
import dev.meshsim.share.field.PrimeField;
import dev.meshsim.world.RandomStream;
import java.util.Arrays;
import java.util.List;

/** Splits a secret's octets into shares. */
final class Splitter {

  private static final int MOST_SHARES = 15;
  private static final int PORTAL_BITS = 128;

  private Splitter() {}

  static List<KeyShare> split(
      ShareFormat format, byte[] secret, int quorum, int shares, RandomStream random) {
    if (shares < 2 || shares > MOST_SHARES) {
      throw ShareException.count(shares);
    }
    if (quorum < 2 || quorum > shares) {
      throw ShareException.quorum(quorum, shares);
    }
    return switch (format) {
      case MESH -> mesh(secret, quorum, shares, random);
      case PORTAL_2017 ->
          quorum == shares
              ? exclusiveOr(secret, shares, random)
              : portal(secret, quorum, shares, random);
      case PORTAL_2017_XOR -> {
        if (quorum != shares) {
          throw ShareException.quorum(quorum, shares);
        }
        yield exclusiveOr(secret, shares, random);
      }
    };
  }

  private static List<KeyShare> mesh(byte[] secret, int quorum, int shares, RandomStream random) {
    int bits = secret.length * Byte.SIZE;
    Secret.requireMeshSize(bits);
    PrimeField field = PrimeField.mesh(bits);
    long[] number = new long[field.limbs()];
    Limbs.readBigEndian(secret, 0, secret.length, number);
    long[][] values = Polynomial.split(field, number, quorum, shares, true, random);
    Arrays.fill(number, 0);
    return shares(ShareFormat.MESH, values, quorum, bits);
  }

  private static List<KeyShare> portal(byte[] secret, int quorum, int shares, RandomStream random) {
    if (secret.length * Byte.SIZE != PORTAL_BITS) {
      throw ShareException.bits(
          "the portal-2017 format shares secrets of 128 bits, not of " + secret.length * Byte.SIZE,
          "use a secret of 16 octets, or as many shares as the quorum");
    }
    PrimeField field = PrimeField.PORTAL_2017;
    long[] number = new long[field.limbs()];
    Limbs.readLittleEndian(secret, 0, secret.length, number);
    long[][] values = Polynomial.split(field, number, quorum, shares, false, random);
    Arrays.fill(number, 0);
    return shares(ShareFormat.PORTAL_2017, values, quorum, PORTAL_BITS);
  }

  private static List<KeyShare> shares(ShareFormat format, long[][] values, int quorum, int bits) {
    KeyShare[] made = new KeyShare[values.length];
    for (int i = 0; i < made.length; i++) {
      made[i] = new KeyShare(format, quorum, i + 1, bits, values[i], false);
    }
    return List.of(made);
  }

  /**
   * Makes all shares but the last at random; the last is their exclusive or with the secret. If two
   * are equal all are drawn again: equal shares cancel each other and cannot be told from one share
   * given twice.
   */
  private static List<KeyShare> exclusiveOr(byte[] secret, int shares, RandomStream random) {
    int limbs = (secret.length + Long.BYTES - 1) / Long.BYTES;
    KeyShare[] made = new KeyShare[shares];
    do {
      byte[] drawn = random.bytes((shares - 1) * secret.length);
      long[] last = new long[limbs];
      Limbs.readLittleEndian(secret, 0, secret.length, last);
      for (int i = 0; i < shares; i++) {
        long[] value = last;
        if (i < shares - 1) {
          value = new long[limbs];
          Limbs.readLittleEndian(drawn, i * secret.length, secret.length, value);
          for (int k = 0; k < limbs; k++) {
            last[k] ^= value[k];
          }
        }
        made[i] =
            new KeyShare(
                ShareFormat.PORTAL_2017_XOR, shares, 0, secret.length * Byte.SIZE, value, false);
      }
      Arrays.fill(drawn, (byte) 0);
    } while (ShareSet.anyEqual(List.of(made)));
    return List.of(made);
  }
}
