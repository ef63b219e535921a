package dev.meshsim.share;

import dev.meshsim.share.field.Limbs;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A slip in the text of one share: the only character, or the two neighbours, that keep it from
 * fitting a quorum of others. It is sought only after shares have disagreed, and uses BigInteger.
 */
final class ShareTypo {

  private static final int MOST_INDEX = 16;

  /** The bits of two characters: no slip changes more. */
  private static final int SLIP_BITS = 10;

  private final KeyShare share;
  private final int group;
  private final int character;

  private ShareTypo(KeyShare share, int group, int character) {
    this.share = share;
    this.group = group;
    this.character = character;
  }

  /** The share with the slip. */
  KeyShare share() {
    return share;
  }

  /** The place of the slip, without any character of the share. */
  String place() {
    return "character " + character + " of its group " + group;
  }

  /**
   * The slips each of which explains why a quorum and one more share disagree. There may be two: a
   * change of one share is the change of another, times a fraction that depends on the indexes.
   */
  static List<ShareTypo> find(List<KeyShare> shares) {
    List<ShareTypo> found = new ArrayList<>();
    for (KeyShare share : shares) {
      List<KeyShare> others = new ArrayList<>(shares);
      others.remove(share);
      ShareTypo typo = find(share, others);
      if (typo != null) {
        found.add(typo);
      }
    }
    return found;
  }

  /**
   * The slip that keeps a share from fitting a quorum of others; null if it takes more than one.
   * The index is part of the text, so that the slip may be there too.
   */
  static @Nullable ShareTypo find(KeyShare share, List<KeyShare> quorum) {
    BigInteger prime =
        BigInteger.ONE
            .shiftLeft(share.field().bits())
            .add(BigInteger.valueOf(share.field().offset()));
    BigInteger[] weighted = weighted(quorum);
    BigInteger inverse = product(quorum).modInverse(prime);
    BigInteger typed = value(share);
    String text = share.text();
    for (int index = 1; index <= MOST_INDEX; index++) {
      BigInteger right = weightedSum(index, quorum, weighted);
      right = right == null ? null : right.multiply(inverse).mod(prime);
      if (right != null && right.xor(typed).bitCount() <= SLIP_BITS) {
        int at = slip(text, text(share, index, right));
        if (at >= 0) {
          int group = share.format().groupSize() + 1;
          return new ShareTypo(share, at / group + 1, at % group + 1);
        }
      }
    }
    return null;
  }

  /** The product of the differences of an index and the others of the quorum. */
  private static long differences(int index, int except, List<KeyShare> quorum) {
    long product = 1;
    for (int i = 0; i < quorum.size(); i++) {
      product *= i == except ? 1 : index - quorum.get(i).index();
    }
    return product;
  }

  /** The common denominator of all weights. */
  private static BigInteger product(List<KeyShare> quorum) {
    BigInteger product = BigInteger.ONE;
    for (int i = 0; i < quorum.size(); i++) {
      product = product.multiply(BigInteger.valueOf(differences(quorum.get(i).index(), i, quorum)));
    }
    return product;
  }

  /** Each value, times the common denominator over its own. */
  private static BigInteger[] weighted(List<KeyShare> quorum) {
    BigInteger product = product(quorum);
    BigInteger[] weighted = new BigInteger[quorum.size()];
    for (int i = 0; i < weighted.length; i++) {
      long own = differences(quorum.get(i).index(), i, quorum);
      weighted[i] = value(quorum.get(i)).multiply(product.divide(BigInteger.valueOf(own)));
    }
    return weighted;
  }

  /** The polynomial's value at an index, times the common denominator; null if it is taken. */
  private static @Nullable BigInteger weightedSum(
      int index, List<KeyShare> quorum, BigInteger[] weighted) {
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < weighted.length; i++) {
      if (index == quorum.get(i).index()) {
        return null;
      }
      sum = sum.add(weighted[i].multiply(BigInteger.valueOf(differences(index, i, quorum))));
    }
    return sum;
  }

  /** The text of a share like the given one; empty if no share has this value. */
  private static String text(KeyShare like, int index, BigInteger value) {
    if (value.bitLength() > like.field().bits()) {
      return "";
    }
    byte[] octets = value.toByteArray();
    long[] limbs = new long[like.value().length];
    Limbs.readBigEndian(octets, 0, octets.length, limbs);
    Arrays.fill(octets, (byte) 0);
    return new KeyShare(like.format(), like.quorum(), index, like.bits(), limbs, false).text();
  }

  private static BigInteger value(KeyShare share) {
    byte[] octets = new byte[share.value().length * Long.BYTES];
    Limbs.writeBigEndian(share.value(), octets, 0, octets.length);
    return new BigInteger(1, octets);
  }

  /** Where the texts differ in one character or in two that changed places; else -1. */
  private static int slip(String text, String right) {
    if (text.length() != right.length()) {
      return -1;
    }
    int first = Arrays.mismatch(text.toCharArray(), right.toCharArray());
    if (first < 0) {
      return -1;
    }
    String rest = text.substring(first + 1);
    if (rest.equals(right.substring(first + 1))) {
      return first;
    }
    int second = first + (text.startsWith("-", first + 1) ? 2 : 1);
    boolean swapped =
        second < text.length()
            && text.charAt(first) == right.charAt(second)
            && text.charAt(second) == right.charAt(first)
            && text.substring(second + 1).equals(right.substring(second + 1));
    return swapped ? first : -1;
  }
}
