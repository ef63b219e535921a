package dev.meshsim.share;

import dev.meshsim.error.MeshException;
import java.util.List;
import java.util.stream.Collectors;

/** A secret could not be split or recovered. No message holds a share or a part of one. */
public abstract class ShareException extends MeshException {

  private static final long serialVersionUID = 1L;

  ShareException(String code, String problem, String hint) {
    super(code, problem, hint);
  }

  /** One index was given twice; code {@code share.duplicate}. */
  public static final class DuplicateShare extends ShareException {

    private static final long serialVersionUID = 1L;

    DuplicateShare(String problem) {
      super("share.duplicate", problem, "give each share once, and only shares of one split");
    }
  }

  /** A text is not a share; the text is never quoted; code {@code share.mistyped}. */
  public static final class MistypedShare extends ShareException {

    private static final long serialVersionUID = 1L;

    MistypedShare(String problem) {
      super(
          "share.mistyped",
          problem,
          "compare with the share as it was written down, its dashes too");
    }
  }

  /** Shares of different formats were given; code {@code share.mixed-format}. */
  public static final class MixedFormat extends ShareException {

    private static final long serialVersionUID = 1L;

    MixedFormat(ShareFormat one, ShareFormat other) {
      super(
          "share.mixed-format",
          "one share is in the " + one + " format and another in the " + other + " format",
          "give shares of one split only: groups of 4 and groups of 5 never belong together");
    }
  }

  /** Shares of secrets of different lengths were given; code {@code share.mixed-length}. */
  public static final class MixedLength extends ShareException {

    private static final long serialVersionUID = 1L;

    MixedLength(int one, int other) {
      super(
          "share.mixed-length",
          "one share is of a secret of " + one + " bits and another of " + other + " bits",
          "give shares of one split only; if they are, one is cut short or too long");
    }
  }

  /** Shares of different quorums were given; code {@code share.mixed-quorum}. */
  public static final class MixedQuorum extends ShareException {

    private static final long serialVersionUID = 1L;

    MixedQuorum(int one, int other) {
      super(
          "share.mixed-quorum",
          "one share belongs to a quorum of " + one + " and another to a quorum of " + other,
          "give shares of one split only; if they are, a second character is mistyped");
    }
  }

  /**
   * The reference implementation may have spoiled a share by 32-bit overflow; code {@code
   * share.overflow-2017}.
   */
  public static final class Overflow2017 extends ShareException {

    private static final long serialVersionUID = 1L;

    Overflow2017(String problem, String hint) {
      super("share.overflow-2017", problem, hint);
    }
  }

  /** A quorum is impossible; code {@code share.quorum}. */
  public static final class BadQuorum extends ShareException {

    private static final long serialVersionUID = 1L;

    BadQuorum(int quorum, int shares) {
      super(
          "share.quorum",
          "a quorum of " + quorum + " of " + shares + " shares is not possible",
          "choose a quorum from 2 to the number of shares");
    }
  }

  /** A secret has a length that cannot be shared; code {@code share.bits}. */
  public static final class SecretSize extends ShareException {

    private static final long serialVersionUID = 1L;

    SecretSize(String problem, String hint) {
      super("share.bits", problem, hint);
    }
  }

  /** A number of shares is impossible; code {@code share.count}. */
  public static final class ShareCount extends ShareException {

    private static final long serialVersionUID = 1L;

    ShareCount(int shares) {
      super(
          "share.count",
          "a secret cannot be split into " + shares + " shares",
          "choose a number of shares from 2 to 15");
    }
  }

  /** A share holds a value that no split can produce; code {@code share.out-of-field}. */
  public static final class ShareOutOfField extends ShareException {

    private static final long serialVersionUID = 1L;

    ShareOutOfField(int index) {
      super(
          "share.out-of-field",
          "the value of share " + index + " is outside the field, so no split wrote it",
          "compare the share with how it was written down, above all its last characters");
    }
  }

  /**
   * The shares do not lie on one polynomial, and which is wrong cannot be told; code {@code
   * share.disagree}.
   */
  public static final class SharesDisagree extends ShareException {

    private static final long serialVersionUID = 1L;

    SharesDisagree(String problem, String hint) {
      super("share.disagree", problem, hint);
    }
  }

  /** Fewer shares were given than the quorum; code {@code share.too-few}. */
  public static final class TooFewShares extends ShareException {

    private static final long serialVersionUID = 1L;

    TooFewShares(int quorum, int given) {
      super(
          "share.too-few",
          "the quorum is "
              + quorum
              + " but only "
              + given
              + (given == 1 ? " share was" : " shares were")
              + " given",
          "find " + (quorum - given) + " more of the same split; any of its shares will do");
    }
  }

  /** A secret is not the one that an identifier names; code {@code share.wrong-secret}. */
  public static final class WrongSecret extends ShareException {

    private static final long serialVersionUID = 1L;

    WrongSecret(String identifier) {
      super(
          "share.wrong-secret",
          "the recovered secret is not the one that " + identifier + " names",
          "a share is mistyped or of another split: give one or two more shares, or check the identifier");
    }
  }

  /** These shares, and no others, do not fit the rest; code {@code share.wrong-share}. */
  public static final class WrongShare extends ShareException {

    private static final long serialVersionUID = 1L;

    private final transient List<Integer> indexes;

    WrongShare(List<Integer> indexes, int agreeing) {
      super(
          "share.wrong-share",
          (indexes.size() == 1 ? "share " : "shares ")
              + indexes.stream().map(String::valueOf).collect(Collectors.joining(", "))
              + (indexes.size() == 1 ? " does" : " do")
              + " not fit the other "
              + agreeing
              + ", which agree",
          "leave out or correct what is named here; the others are enough");
      this.indexes = List.copyOf(indexes);
    }

    /** The indexes of the shares that do not fit, 1-based, ascending. */
    public List<Integer> indexes() {
      return indexes;
    }
  }

  /**
   * A secret split so that every share is needed got another number of shares; code {@code
   * share.xor-count}.
   */
  public static final class XorCount extends ShareException {

    private static final long serialVersionUID = 1L;

    XorCount(int needed, int given) {
      super(
          "share.xor-count",
          "this secret needs all of its "
              + needed
              + " shares, but "
              + given
              + (given == 1 ? " was" : " were")
              + " given",
          "give each of the " + needed + " shares once");
    }
  }
}
