package dev.meshsim.share;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Whether more shares than the quorum agree, and if not, which of them do not. */
final class ShareConsistency {

  private ShareConsistency() {}

  /**
   * Requires that all shares agree.
   *
   * @throws ShareException.WrongShare if there is one largest set of more than a quorum that agree
   * @throws ShareException {@code share.disagree} if the shares disagree and there is no such set
   */
  static void require(List<KeyShare> shares, ShareModel reading) {
    if (holds(shares, reading)) {
      return;
    }
    int quorum = shares.get(0).quorum();
    int agreeing = largest(shares, reading);
    if (agreeing != 0) {
      throw wrongShares(shares, agreeing);
    }
    throw ShareException.disagree(
        "the " + shares.size() + " shares do not all belong to one split of quorum " + quorum,
        shares.size() > quorum + 1
            ? "give more shares of one split: too many of these are wrong to tell which"
            : "give one more share of the same split, then the wrong one can be named");
  }

  static ShareException.WrongShare wrongShares(List<KeyShare> shares, int agreeing) {
    List<Integer> wrong = new ArrayList<>();
    for (int i = 0; i < shares.size(); i++) {
      if ((agreeing >>> i & 1) == 0) {
        wrong.add(shares.get(i).index());
      }
    }
    wrong.sort(null);
    return new ShareException.WrongShare(wrong, Integer.bitCount(agreeing));
  }

  /** True if the first quorum of these shares fits all others. */
  static boolean holds(List<KeyShare> shares, ShareModel reading) {
    int quorum = shares.get(0).quorum();
    Predicate<KeyShare> fits = reading.through(shares.subList(0, quorum));
    return fits != null && shares.subList(quorum, shares.size()).stream().allMatch(fits);
  }

  /**
   * The one largest set of more than a quorum that agree; bit i stands for the i-th share.
   *
   * @return 0 if there is none, or if two are equally large
   */
  static int largest(List<KeyShare> shares, ShareModel reading) {
    int quorum = shares.get(0).quorum();
    int all = 1 << shares.size();
    int best = 0;
    boolean alone = false;
    for (int base = (1 << quorum) - 1; base < all; base = nextOfSameCount(base)) {
      if ((base & ~best) == 0) {
        continue;
      }
      int closure = closure(shares, base, reading);
      int more = Integer.bitCount(closure) - Math.max(quorum, Integer.bitCount(best));
      if (more > 0) {
        best = closure;
        alone = true;
      } else if (more == 0 && best != 0 && closure != best) {
        alone = false;
      }
    }
    return alone ? best : 0;
  }

  private static int closure(List<KeyShare> shares, int base, ShareModel reading) {
    List<KeyShare> quorum = new ArrayList<>();
    for (int i = 0; i < shares.size(); i++) {
      if ((base >>> i & 1) != 0) {
        quorum.add(shares.get(i));
      }
    }
    Predicate<KeyShare> fits = reading.through(quorum);
    if (fits == null) {
      return 0;
    }
    int closure = base;
    for (int i = 0; i < shares.size(); i++) {
      if ((base >>> i & 1) == 0 && fits.test(shares.get(i))) {
        closure |= 1 << i;
      }
    }
    return closure;
  }

  /** The next larger number with as many bits set. */
  private static int nextOfSameCount(int bits) {
    int lowest = bits & -bits;
    int carried = bits + lowest;
    return carried | (((bits ^ carried) / lowest) >>> 2);
  }
}
