package dev.meshsim.share.field;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Operations on numbers in 64-bit limbs, least significant first. No branch depends on a limb. */
public final class Limbs {

  private static final VarHandle LITTLE =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle BIG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private Limbs() {}

  /** The carry, 0 or 1, out of {@code sum = a + b + carry in}. */
  static long carry(long a, long b, long sum) {
    return ((a & b) | ((a | b) & ~sum)) >>> 63;
  }

  /** The borrow, 0 or 1, out of {@code difference = a - b - borrow in}. */
  static long borrow(long a, long b, long difference) {
    return ((~a & b) | ((~a | b) & difference)) >>> 63;
  }

  /**
   * Reads {@code length} octets from {@code at} on as a little-endian number; other limbs keep
   * their value.
   */
  public static void readLittleEndian(byte[] octets, int at, int length, long[] limbs) {
    int whole = length >>> 3;
    for (int i = 0; i < whole; i++) {
      limbs[i] = (long) LITTLE.get(octets, at + (i << 3));
    }
    long tail = 0;
    for (int i = length - 1; i >= whole << 3; i--) {
      tail = (tail << 8) | (octets[at + i] & 0xff);
    }
    if ((length & 7) != 0) {
      limbs[whole] = tail;
    }
  }

  /**
   * Reads {@code length} octets from {@code at} on as a big-endian number; other limbs keep their
   * value.
   */
  public static void readBigEndian(byte[] octets, int at, int length, long[] limbs) {
    int whole = length >>> 3;
    int end = at + length;
    for (int i = 0; i < whole; i++) {
      limbs[i] = (long) BIG.get(octets, end - ((i + 1) << 3));
    }
    long tail = 0;
    for (int i = at; i < end - (whole << 3); i++) {
      tail = (tail << 8) | (octets[i] & 0xff);
    }
    if ((length & 7) != 0) {
      limbs[whole] = tail;
    }
  }

  /** Writes the low {@code length} octets of a number, least significant first. */
  public static void writeLittleEndian(long[] limbs, byte[] octets, int at, int length) {
    int whole = length >>> 3;
    for (int i = 0; i < whole; i++) {
      LITTLE.set(octets, at + (i << 3), limbs[i]);
    }
    for (int i = whole << 3; i < length; i++) {
      octets[at + i] = (byte) (limbs[whole] >>> ((i & 7) << 3));
    }
  }

  /** Writes the low {@code length} octets of a number, most significant first. */
  public static void writeBigEndian(long[] limbs, byte[] octets, int at, int length) {
    int whole = length >>> 3;
    int end = at + length;
    for (int i = 0; i < whole; i++) {
      BIG.set(octets, end - ((i + 1) << 3), limbs[i]);
    }
    for (int i = whole << 3; i < length; i++) {
      octets[end - 1 - i] = (byte) (limbs[whole] >>> ((i & 7) << 3));
    }
  }
}
