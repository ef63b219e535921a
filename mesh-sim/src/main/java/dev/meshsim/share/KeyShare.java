package dev.meshsim.share;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.share.field.Limbs;
import dev.meshsim.share.field.PrimeField;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One share of a secret. Immutable. {@link #toString} shows format, quorum and index but never the
 * value; {@link #text()} is the secret text, to be given to the keeper of the share.
 */
public final class KeyShare {

  private final ShareFormat format;
  private final int quorum;
  private final int index;
  private final int bits;
  private final boolean negative;
  private final long[] value;

  /**
   * Makes a share from checked parts.
   *
   * @param index 1-based, or 0 in the exclusive-or form, whose shares are not numbered
   * @param value a number of the format's field with a spare limb, which is zero; or the octets of
   *     the exclusive-or form, little-endian; the share takes ownership of the array
   * @param negative true if the text holds this value minus the prime
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
   * Parses a share in any format. Lower case, missing dashes, spaces in place of dashes, 0 for O, 1
   * for I and 8 for B are accepted.
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

  /**
   * Parses several shares; see {@link #parse(String)}.
   *
   * @throws ShareException if one or more are not shares; the problem names each by its place in
   *     the list, from 1
   */
  public static List<KeyShare> parseAll(List<String> texts) {
    List<KeyShare> shares = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    ShareException first = null;
    for (String text : texts) {
      try {
        shares.add(parse(text));
      } catch (ShareException e) {
        int place = shares.size() + problems.size() + 1;
        problems.add(ShareException.given(List.of(place), texts.size()) + ": " + e.problem());
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw ShareException.inList(first, problems);
    }
    return shares;
  }

  /** The share as secret text: base32 in groups of 4 or 5 characters, depending on the format. */
  public String text() {
    return ShareText.of(this);
  }

  /** The octets that {@link #text} writes in base32, so that a search finds other forms of it. */
  public SecretBytes octets() {
    return SecretBytes.moveFrom(ShareText.octets(this));
  }

  /** The format of the share. */
  public ShareFormat format() {
    return format;
  }

  /** The number of shares needed for recovery, 2 to 15. */
  public int quorum() {
    return quorum;
  }

  /**
   * The argument at which the polynomial has this share's value, 1 to 16; or 0 in the {@link
   * ShareFormat#PORTAL_2017_XOR} form, whose shares are not numbered.
   */
  public int index() {
    return index;
  }

  /** The length of the secret in bits. */
  public int bits() {
    return bits;
  }

  /** True if the text holds a negative number, which only the overflow of 2017 can produce. */
  boolean negative() {
    return negative;
  }

  PrimeField field() {
    return format == ShareFormat.MESH ? PrimeField.mesh(bits) : PrimeField.PORTAL_2017;
  }

  /** The limbs of the value, least significant first: the share's own array, not to be changed. */
  long[] value() {
    return value;
  }

  /** Compares values in constant time. */
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

  /** Depends on format, quorum and index only, so that it reveals nothing of the value. */
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
