package dev.meshsim.share;

import dev.meshsim.share.field.Limbs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Shares that can be of one split: one format, quorum and length, and distinct indexes. */
final class ShareSet {

  private final KeyShare[] shares;
  private final KeyShare first;

  private ShareSet(KeyShare[] shares) {
    this.shares = shares;
    this.first = shares[0];
  }

  /** Checks all attributes except the values; takes ownership of the array. */
  static ShareSet of(KeyShare[] shares) {
    if (shares.length == 0) {
      throw ShareException.tooFew(2, 0);
    }
    KeyShare first = shares[0];
    int seen = 0;
    for (KeyShare share : shares) {
      if (share.format() != first.format()) {
        throw ShareException.mixedFormat(odd(shares, KeyShare::format));
      }
      if (share.quorum() != first.quorum()) {
        throw ShareException.mixedQuorum(odd(shares, KeyShare::quorum));
      }
      if (share.bits() != first.bits()) {
        throw ShareException.mixedLength(odd(shares, KeyShare::bits));
      }
      if (share.index() > 0 && (seen >>> share.index() & 1) != 0) {
        throw duplicate(shares, share);
      }
      seen |= 1 << share.index();
    }
    if (first.format() == ShareFormat.PORTAL_2017_XOR) {
      checkExclusiveOr(List.of(shares));
    } else if (shares.length < first.quorum()) {
      throw ShareException.tooFew(first.quorum(), shares.length);
    }
    return new ShareSet(shares);
  }

  /**
   * The share that differs from the majority, and one of the majority to compare it with; without a
   * majority, the first share and the first that differs from it.
   */
  private static OddShare odd(KeyShare[] shares, Function<KeyShare, Object> attribute) {
    List<Object> all = Arrays.stream(shares).map(attribute).toList();
    for (int i = 0; i < shares.length; i++) {
      if (2 * Collections.frequency(all, all.get(i)) > shares.length) {
        return OddShare.of(all, i);
      }
    }
    return OddShare.of(all, 0);
  }

  private static ShareException duplicate(KeyShare[] shares, KeyShare again) {
    List<Integer> places = new ArrayList<>();
    boolean same = true;
    for (int i = 0; i < shares.length; i++) {
      if (shares[i].index() == again.index()) {
        places.add(i + 1);
        same &= shares[i].sameValue(again);
      }
    }
    String given = ShareException.given(places, shares.length);
    return ShareException.duplicate(
        same
            ? given + " are one share, given twice"
            : given
                + " have one index, "
                + again.index()
                + ", but differ: one is mistyped, or they are of two splits");
  }

  private static void checkExclusiveOr(List<KeyShare> shares) {
    if (anyEqual(shares)) {
      throw ShareException.duplicate("one share is given twice");
    }
    int needed = shares.get(0).quorum();
    if (shares.size() != needed) {
      throw ShareException.xorCount(needed, shares.size());
    }
  }

  /** True if two shares have one value, which in the exclusive-or form would cancel. */
  static boolean anyEqual(List<KeyShare> shares) {
    for (int i = 0; i < shares.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (shares.get(i).sameValue(shares.get(j))) {
          return true;
        }
      }
    }
    return false;
  }

  /** The secret's octets, which the caller clears; fails if the shares have two meanings. */
  byte[] recover() {
    if (mayHaveOverflowed()) {
      return Overflow2017.recover(List.of(shares));
    }
    return recoverPlainly();
  }

  /** The octets of the one or two secrets that these shares can mean; the caller clears them. */
  List<byte[]> readings() {
    if (mayHaveOverflowed()) {
      return Overflow2017.readings(List.of(shares));
    }
    return List.of(recoverPlainly());
  }

  private boolean mayHaveOverflowed() {
    if (first.format() == ShareFormat.PORTAL_2017) {
      for (KeyShare share : shares) {
        if (Overflow2017.touches(share.quorum(), share.index())) {
          return true;
        }
      }
    }
    return false;
  }

  private byte[] recoverPlainly() {
    if (first.format() == ShareFormat.PORTAL_2017_XOR) {
      return exclusiveOr();
    }
    if (shares.length > first.quorum()) {
      ShareConsistency.require(List.of(shares), OnePolynomial.INSTANCE);
    }
    long[] secret = Interpolation.atZero(shares, first.quorum());
    byte[] octets = Interpolation.octets(first, secret);
    if (octets == null) {
      throw ShareException.disagree(
          "these shares give a number too large for a secret: they are not all of one split",
          "compare them with how they were written down, or give one or two more");
    }
    return octets;
  }

  private byte[] exclusiveOr() {
    long[] secret = new long[first.value().length];
    for (KeyShare share : shares) {
      for (int i = 0; i < secret.length; i++) {
        secret[i] ^= share.value()[i];
      }
    }
    byte[] octets = new byte[first.bits() / Byte.SIZE];
    Limbs.writeLittleEndian(secret, octets, 0, octets.length);
    Arrays.fill(secret, 0);
    return octets;
  }
}
