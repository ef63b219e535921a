package dev.meshsim.share;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A secret that cannot be split or recovered. No message holds a share or a part of one. */
public sealed class ShareException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    BITS(
        "share.bits",
        "A secret has a length that cannot be shared.",
        "use a length that the message names"),
    COUNT(
        "share.count",
        "A secret cannot be split into that number of shares.",
        "choose a number of shares from 2 to 15"),
    DISAGREE(
        "share.disagree",
        "The shares do not lie on one polynomial, and which of them is wrong is not known.",
        "give one or two more shares of the same split, so that the wrong ones can be found"),
    DUPLICATE(
        "share.duplicate",
        "One share was given twice.",
        "give each share once, and only shares of one split"),
    MISTYPED(
        "share.mistyped",
        "A text is not a share. The text is never quoted.",
        "compare with the share as it was written down, its dashes too"),
    MIXED_FORMAT(
        "share.mixed-format",
        "Shares of two formats were given.",
        "give shares of one split only: groups of 4 and groups of 5 never belong together"),
    MIXED_LENGTH(
        "share.mixed-length",
        "Shares of secrets of two lengths were given.",
        "give shares of one split only; if they are, one is cut short or too long"),
    MIXED_QUORUM(
        "share.mixed-quorum",
        "Shares of two quorums were given.",
        "give shares of one split only; if they are, a second character is mistyped"),
    OUT_OF_FIELD(
        "share.out-of-field",
        "A share holds a value that no split can produce.",
        "compare the share with how it was written down, above all its last characters"),
    OVERFLOW_2017(
        "share.overflow-2017",
        "The reference implementation of 2017 may have spoiled a share by a 32-bit overflow.",
        "give more shares of the same split, as the message says"),
    QUORUM(
        "share.quorum",
        "A quorum is less than 2 or more than the number of shares.",
        "choose a quorum from 2 to the number of shares"),
    TOO_FEW(
        "share.too-few",
        "Fewer shares were given than the quorum.",
        "find more of the same split; any of its shares will do"),
    WRONG_SECRET(
        "share.wrong-secret",
        "The recovered secret is not the one that the identifier names.",
        "a share is mistyped or of another split: give one or two more shares, or check"
            + " the identifier"),
    WRONG_SHARE(
        "share.wrong-share",
        "Some shares do not fit the others, which agree.",
        "leave out or correct what is named here; the others are enough"),
    XOR_COUNT(
        "share.xor-count",
        "A secret that needs all of its shares got another number of shares.",
        "give each of its shares once");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private ShareException(Code code, String problem) {
    super(code, problem);
  }

  private ShareException(Code code, String problem, String hint) {
    super(code, problem, hint);
  }

  static ShareException duplicate(String problem) {
    return new ShareException(Code.DUPLICATE, problem);
  }

  static ShareException mistyped(String problem) {
    return new ShareException(Code.MISTYPED, problem);
  }

  static ShareException mixedFormat(OddShare odd) {
    return new ShareException(Code.MIXED_FORMAT, odd.told("the format "));
  }

  static ShareException mixedLength(OddShare odd) {
    return new ShareException(Code.MIXED_LENGTH, odd.told("a length in bits of "));
  }

  static ShareException mixedQuorum(OddShare odd) {
    return new ShareException(Code.MIXED_QUORUM, odd.told("a quorum of "));
  }

  /** Names shares by their places among those given: {@code shares 1, 3 of the 4 given}. */
  static String given(List<Integer> places, int count) {
    return (places.size() == 1 ? "share " : "shares ")
        + places.stream().map(String::valueOf).collect(Collectors.joining(", "))
        + " of the "
        + count
        + " given";
  }

  /** The failures of texts that are no shares, each with its place among those given. */
  static ShareException inList(ShareException first, List<String> problems) {
    return new ShareException((Code) first.errorCode(), String.join("; ", problems), first.hint());
  }

  static ShareException overflow2017(String problem, String hint) {
    return new ShareException(Code.OVERFLOW_2017, problem, hint);
  }

  static ShareException quorum(int quorum, int shares) {
    return new ShareException(
        Code.QUORUM, "a quorum of " + quorum + " of " + shares + " shares is not possible");
  }

  static ShareException bits(String problem, String hint) {
    return new ShareException(Code.BITS, problem, hint);
  }

  static ShareException count(int shares) {
    return new ShareException(Code.COUNT, "a secret cannot be split into " + shares + " shares");
  }

  static ShareException outOfField(int index) {
    return new ShareException(
        Code.OUT_OF_FIELD,
        "the value of share " + index + " is outside the field, so no split wrote it");
  }

  static ShareException disagree(String problem, String hint) {
    return new ShareException(Code.DISAGREE, problem, hint);
  }

  static ShareException tooFew(int quorum, int given) {
    return new ShareException(
        Code.TOO_FEW,
        "the quorum is "
            + quorum
            + " but only "
            + given
            + (given == 1 ? " share was" : " shares were")
            + " given",
        "find " + (quorum - given) + " more of the same split; any of its shares will do");
  }

  static ShareException wrongSecret(String identifier) {
    return new ShareException(
        Code.WRONG_SECRET, "the recovered secret is not the one that " + identifier + " names");
  }

  static ShareException xorCount(int needed, int given) {
    return new ShareException(
        Code.XOR_COUNT,
        "this secret needs all of its "
            + needed
            + " shares, but "
            + given
            + (given == 1 ? " was" : " were")
            + " given",
        "give each of the " + needed + " shares once");
  }

  /** Named shares that do not fit the others, which agree. */
  public static final class WrongShare extends ShareException {

    private static final long serialVersionUID = 1L;

    private final transient List<Integer> indexes;

    /**
     * Makes the failure.
     *
     * @param typo the place of the one slip in the one wrong share, or null
     */
    WrongShare(List<KeyShare> given, List<KeyShare> wrong, @Nullable String typo) {
      super(Code.WRONG_SHARE, problem(given, wrong, typo));
      this.indexes = wrong.stream().map(KeyShare::index).sorted().toList();
    }

    private static String problem(
        List<KeyShare> given, List<KeyShare> wrong, @Nullable String typo) {
      List<Integer> places = new ArrayList<>();
      for (int i = 0; i < given.size(); i++) {
        if (wrong.contains(given.get(i))) {
          places.add(i + 1);
        }
      }
      String shares = given(places, given.size());
      if (typo != null) {
        return shares + " is mistyped: with another " + typo + " it fits the others";
      }
      return shares
          + (wrong.size() == 1 ? " does" : " do")
          + " not fit the other "
          + (given.size() - wrong.size())
          + ", which agree";
    }

    /** The indexes of the shares that do not fit, 1-based, ascending. */
    public List<Integer> indexes() {
      return indexes;
    }
  }
}
