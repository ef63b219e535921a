package dev.meshsim.share;

import dev.meshsim.udf.UdfFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The laws of secrets and their shares, as predicates. */
final class ShareLaws {

  private ShareLaws() {}

  /**
   * A quorum or more recovers, in any order. In the 2017 format a quorum of nine or more can, with
   * a probability of 2^-quorum, also be the result of an overflow with another secret; then this is
   * reported, and the identifier decides.
   */
  static boolean enoughRecover(Secret secret, List<KeyShare> enough) {
    try {
      return new Secret(enough).equals(secret);
    } catch (ShareException e) {
      KeyShare any = enough.get(0);
      return e.errorCode() == ShareException.Code.OVERFLOW_2017
          && any.format() == ShareFormat.PORTAL_2017
          && any.quorum() == enough.size()
          && any.quorum() > 8
          && Secret.recover(enough, secret.identifier(UdfFormat.MESH)).equals(secret);
    }
  }

  /** Fewer shares than the quorum never recover a secret. */
  static boolean fewerAreRefused(List<KeyShare> fewer) {
    try {
      new Secret(fewer).close();
      return false;
    } catch (ShareException e) {
      return e.errorCode() == ShareException.Code.TOO_FEW
          || e.errorCode() == ShareException.Code.XOR_COUNT;
    }
  }

  /** Parsing and writing are inverse. */
  static boolean textIsTheShare(KeyShare share) {
    KeyShare again = KeyShare.parse(share.text());
    return again.equals(share) && again.text().equals(share.text());
  }

  /** Lower case, spaces for dashes and look-alike digits change nothing. */
  static boolean carelessWritingIsForgiven(KeyShare share) {
    String text = share.text();
    return KeyShare.parse(text.toLowerCase(Locale.ROOT)).equals(share)
        && KeyShare.parse(" " + text.replace('-', ' ') + " ").equals(share)
        && KeyShare.parse(text.replace('-', '\u2013')).equals(share)
        && KeyShare.parse(text.replace('O', '0').replace('I', '1').replace('B', '8')).equals(share);
  }

  /** Without dashes a text is read as the same share, or refused as ambiguous. */
  static boolean dashesMayBeMissing(KeyShare share) {
    try {
      return KeyShare.parse(share.text().replace("-", "")).equals(share);
    } catch (ShareException e) {
      return e.errorCode() == ShareException.Code.MISTYPED
          && e.problem().contains("groups of 4 or in groups of 5");
    }
  }

  /** A text of one format is never read in another, with dashes or without. */
  static boolean formatIsKnown(KeyShare share) {
    return KeyShare.parse(share.text()).format() == share.format() && dashesMayBeMissing(share);
  }

  /** A share with one changed character is refused, or the secret is still right. */
  static boolean changeIsNoticed(Secret secret, List<KeyShare> others, String changed) {
    try (Secret found = new Secret(with(others, KeyShare.parse(changed)))) {
      return found.equals(secret);
    } catch (ShareException e) {
      return true;
    }
  }

  /** A message never contains a group of a share's text; "MESH" can be one by chance. */
  static boolean nothingIsGivenAway(KeyShare share, String said) {
    String message = said.replace(share.format().name(), "");
    for (String group : share.text().split("-", -1)) {
      if (group.length() == share.format().groupSize() && message.contains(group)) {
        return false;
      }
    }
    return true;
  }

  static List<KeyShare> with(List<KeyShare> shares, KeyShare one) {
    List<KeyShare> all = new ArrayList<>(shares);
    all.add(one);
    return all;
  }
}
