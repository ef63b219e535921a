package dev.meshsim.share;

import dev.meshsim.share.field.Limbs;
import dev.meshsim.share.field.PrimeField;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * One share of a secret. It prints its format, quorum and index, never its value; {@link #text()}
 * is the share itself, to be handed to the person who keeps it.
 */
public final class KeyShare {

  private final ShareFormat format;
  private final int quorum;
  private final int index;
  private final int bits;
  private final boolean negative;
  private final long[] value;

  /**
   * Makes a share of checked parts.
   *
   * @param index 1-based, or 0 in the exclusive-or form, whose shares are not numbered
   * @param value a number of the format's field and a limb to spare, which is zero; or the octets
   *     of the exclusive-or form, little-endian; the array becomes the share's own
   * @param negative whether the text holds this value less the prime
   */
  KeyShare(ShareFormat format, int quorum, int index, int bits, long[] value, boolean negative) {
    this.format = format;
    this.quorum = quorum;
    this.index = index;
    this.bits = bits;
    this.value = value;
    this.negative = negative;
  }

  /**
   * Reads a share in any format. Lower case, missing dashes, spaces for dashes, 0 for O, 1 for I
   * and 8 for B are forgiven.
   *
   * <p>Groups of 4 mean {@link ShareFormat#MESH}, groups of 5 one of the two portal formats. A text
   * without dashes is read in the one format that its length and first octets allow.
   *
   * @throws ShareException {@code share.mistyped} if the text is not a share, or could be one in
   *     two formats
   * @throws ShareException {@code share.out-of-field} if it holds a number that no split can
   *     produce
   */
  public static KeyShare parse(String text) {
    return ShareText.parse(text);
  }

  /** The share as text: base32 in groups of 4 or 5, as the format asks. It is secret. */
  public String text() {
    return ShareText.of(this);
  }

  /** How the share was computed and is written. */
  public ShareFormat format() {
    return format;
  }

  /** How many shares bring the secret back, 2 to 15. */
  public int quorum() {
    return quorum;
  }

  /**
   * Where on the polynomial this share lies, from 1; or 0 in the {@link
   * ShareFormat#PORTAL_2017_XOR} form, whose shares are not numbered.
   */
  public int index() {
    return index;
  }

  /** The length of the secret in bits. */
  public int bits() {
    return bits;
  }

  /** True if the text holds a negative number, which only an overflow can have written. */
  boolean negative() {
    return negative;
  }

  PrimeField field() {
    return format == ShareFormat.MESH ? PrimeField.mesh(bits) : PrimeField.PORTAL_2017;
  }

  /** The limbs of the value; the share's own array, to be read only. */
  long[] value() {
    return value;
  }

  boolean sameValue(KeyShare other) {
    byte[] mine = octets(value);
    byte[] others = octets(other.value);
    boolean same = MessageDigest.isEqual(mine, others);
    Arrays.fill(mine, (byte) 0);
    Arrays.fill(others, (byte) 0);
    return same;
  }

  private static byte[] octets(long[] limbs) {
    byte[] octets = new byte[limbs.length * Long.BYTES];
    Limbs.writeLittleEndian(limbs, octets, 0, octets.length);
    return octets;
  }

  /** True if both have the same format, quorum, index, length and value. */
  @Override
  public boolean equals(Object other) {
    return other instanceof KeyShare share
        && format == share.format
        && quorum == share.quorum
        && index == share.index
        && bits == share.bits
        && negative == share.negative
        && sameValue(share);
  }

  /** Does not depend on the value. */
  @Override
  public int hashCode() {
    return (format.ordinal() * 16 + quorum) * 32 + index;
  }

  /** For example {@code KeyShare[MESH, quorum 3, index 1]}. */
  @Override
  public String toString() {
    return "KeyShare[" + format + ", quorum " + quorum + ", index " + index + "]";
  }
}
