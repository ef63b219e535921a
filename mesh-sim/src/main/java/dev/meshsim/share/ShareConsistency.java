package dev.meshsim.share;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A check that surplus shares agree with a quorum, and a search for those that do not. */
final class ShareConsistency {

  private ShareConsistency() {}

  /**
   * Requires that all shares agree under one model.
   *
   * @throws ShareException.WrongShare if there is one largest set of more than a quorum that agree,
   *     or if another character in one share makes all of them agree
   * @throws ShareException {@code share.disagree} if the shares disagree and there is no such set
   */
  static void require(List<KeyShare> shares, ShareModel model) {
    if (holds(shares, model)) {
      return;
    }
    int quorum = shares.get(0).quorum();
    int agreeing = largest(shares, model);
    if (agreeing != 0) {
      throw wrongShares(shares, agreeing);
    }
    List<ShareTypo> typos = shares.size() == quorum + 1 ? ShareTypo.find(shares) : List.of();
    if (typos.size() == 1) {
      ShareTypo typo = typos.get(0);
      throw new ShareException.WrongShare(shares, List.of(typo.share()), typo.place());
    }
    if (!typos.isEmpty()) {
      throw ShareException.disagree(
          "one of the " + shares.size() + " shares given is mistyped: " + places(shares, typos),
          "compare these characters with how they were written down, or give one more share of"
              + " the same split");
    }
    throw ShareException.disagree(
        "the " + shares.size() + " shares do not all belong to one split of quorum " + quorum,
        shares.size() > quorum + 1
            ? "give more shares of one split: too many of these are wrong to tell which"
            : "give one more share of the same split, then the wrong one can be named");
  }

  private static String places(List<KeyShare> shares, List<ShareTypo> typos) {
    return typos.stream()
        .map(typo -> "share " + (shares.indexOf(typo.share()) + 1) + " in " + typo.place())
        .collect(Collectors.joining(", or "));
  }

  static ShareException.WrongShare wrongShares(List<KeyShare> shares, int agreeing) {
    List<KeyShare> wrong = new ArrayList<>();
    List<KeyShare> quorum = new ArrayList<>();
    for (int i = 0; i < shares.size(); i++) {
      if ((agreeing >>> i & 1) == 0) {
        wrong.add(shares.get(i));
      } else if (quorum.size() < shares.get(i).quorum()) {
        quorum.add(shares.get(i));
      }
    }
    ShareTypo typo = wrong.size() == 1 ? ShareTypo.find(wrong.get(0), quorum) : null;
    return new ShareException.WrongShare(shares, wrong, typo == null ? null : typo.place());
  }

  /** True if the first quorum of these shares fits all others. */
  static boolean holds(List<KeyShare> shares, ShareModel model) {
    int quorum = shares.get(0).quorum();
    Predicate<KeyShare> fits = model.through(shares.subList(0, quorum));
    return fits != null && shares.subList(quorum, shares.size()).stream().allMatch(fits);
  }

  /**
   * The unique largest set of more than a quorum of agreeing shares, as a bit mask: bit i is the
   * i-th share.
   *
   * @return 0 if there is no such set, or if two are equally large
   */
  static int largest(List<KeyShare> shares, ShareModel model) {
    int quorum = shares.get(0).quorum();
    int all = 1 << shares.size();
    int best = 0;
    boolean unique = false;
    for (int base = (1 << quorum) - 1; base < all; base = nextOfSameCount(base)) {
      // A quorum within the best set so far would lead to that set again.
      if ((base & ~best) == 0) {
        continue;
      }
      int closure = closure(shares, base, model);
      int more = Integer.bitCount(closure) - Math.max(quorum, Integer.bitCount(best));
      if (more > 0) {
        best = closure;
        unique = true;
      } else if (more == 0 && best != 0 && closure != best) {
        unique = false;
      }
    }
    return unique ? best : 0;
  }

  /** The quorum {@code base} with all shares that agree with it; 0 if it is not of one split. */
  private static int closure(List<KeyShare> shares, int base, ShareModel model) {
    List<KeyShare> quorum = new ArrayList<>();
    for (int i = 0; i < shares.size(); i++) {
      if ((base >>> i & 1) != 0) {
        quorum.add(shares.get(i));
      }
    }
    Predicate<KeyShare> fits = model.through(quorum);
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

  /** The next larger number with equally many bits set. */
  private static int nextOfSameCount(int bits) {
    int lowest = bits & -bits;
    int carried = bits + lowest;
    return carried | (((bits ^ carried) / lowest) >>> 2);
  }
}
