package dev.meshsim.wizard;

import dev.meshsim.session.OfflineEscrowEntry;
import dev.meshsim.share.KeyShare;
import dev.meshsim.share.ShareException;
import java.util.List;
import java.util.Locale;

/** The checks of a share while it is typed. No note holds a letter of one. */
public final class ShareCheck {

  private static final int GROUP = 4;

  /** The letters of a share of a profile, whose secret has 128 bits. */
  private static final int LETTERS = 29;

  private ShareCheck() {}

  /** The check of a share that is typed back after it was written down. */
  public static Verdict typedBack(KeyShare share, String typed) {
    String expected = letters(share.text());
    String given = letters(typed);
    int same = 0;
    while (same < given.length()
        && same < expected.length()
        && given.charAt(same) == expected.charAt(same)) {
      same++;
    }
    if (same < given.length()) {
      return Verdict.bad(
          same == expected.length()
              ? "too long"
              : "group " + (same / GROUP + 1) + " is not as it was shown");
    }
    return same == expected.length()
        ? Verdict.good("as it was shown")
        : Verdict.unfinished(given.isEmpty() ? "" : "right so far");
  }

  /**
   * The check of a share for a recovery.
   *
   * @param before the shares that were given already
   */
  public static Verdict further(List<KeyShare> before, String typed) {
    if (letters(typed).isEmpty()) {
      return Verdict.unfinished("");
    }
    KeyShare share;
    try {
      share = KeyShare.parse(typed);
    } catch (ShareException e) {
      return isTooShort(typed, before) ? Verdict.unfinished("") : Verdict.bad(e.problem());
    }
    if (share.bits() != OfflineEscrowEntry.SECRET_BITS) {
      return share.bits() < OfflineEscrowEntry.SECRET_BITS
          ? Verdict.unfinished("")
          : Verdict.bad("longer than a share of a profile");
    }
    if (before.isEmpty()) {
      return Verdict.good("a share; " + share.quorum() + " are needed");
    }
    KeyShare first = before.get(0);
    if (first.format() != share.format()
        || first.quorum() != share.quorum()
        || first.bits() != share.bits()) {
      return Verdict.bad("a share of another secret than the ones before");
    }
    if (before.stream().anyMatch(each -> each.index() == share.index() && share.index() > 0)) {
      return Verdict.bad("share " + share.index() + " was given already");
    }
    return Verdict.good("a share of the same secret");
  }

  /** True while the text can still become a share, for all that its length says. */
  private static boolean isTooShort(String typed, List<KeyShare> before) {
    int usual = before.isEmpty() ? LETTERS : letters(before.get(0).text()).length();
    return letters(typed).length() < usual && typed.matches("[A-Za-z0-9 -]*");
  }

  /** The letters as a share is read: in any case, and with digits that are taken for letters. */
  private static String letters(String text) {
    return text.replaceAll("[\\s-]", "")
        .toUpperCase(Locale.ROOT)
        .replace('0', 'O')
        .replace('1', 'I')
        .replace('8', 'B');
  }
}
