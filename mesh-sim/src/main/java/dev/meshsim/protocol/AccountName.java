package dev.meshsim.protocol;

import dev.meshsim.protocol.NameObjection.Kind;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;

/**
 * The name of a portal account, {@code user@domain}, in the one form under which it is stored and
 * compared: normalised to NFKC and lower case, the domain in ASCII (RFC 5890 A-labels).
 *
 * @param local the part before the at sign: {@value #MINIMUM} to {@value #MAXIMUM} code points,
 *     without white space, control characters, invisible characters and {@value
 *     #INVALID_CHARACTERS}
 * @param domain the part after the at sign: ASCII, up to 253 characters
 */
public record AccountName(String local, String domain) {

  /** The shortest local part, in characters. */
  public static final int MINIMUM = 1;

  /** The longest local part, in characters. */
  public static final int MAXIMUM = 64;

  /** The characters that the local part may not contain, in the reference's order. */
  public static final String INVALID_CHARACTERS = ".,:;{}()[]<>?|\\@#";

  private static final int LONGEST_INPUT = 1024;

  /**
   * Reads an account name in any spelling.
   *
   * @throws AccountNameException if it is not {@code user@domain} or contains a forbidden character
   */
  public static AccountName parse(String text) {
    if (text.length() > LONGEST_INPUT) {
      throw new AccountNameException(text, NameObjection.of(Kind.TOO_LONG));
    }
    int at = text.lastIndexOf('@');
    if (at < 0) {
      throw new AccountNameException(text, NameObjection.of(Kind.NO_AT));
    }
    // Lower case may undo the normal form, so it is made again.
    String local =
        Normalizer.normalize(
            Normalizer.normalize(text.substring(0, at), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT),
            Normalizer.Form.NFKC);
    checkLocal(text, local);
    return new AccountName(local, domain(text, text.substring(at + 1)));
  }

  private static void checkLocal(String text, String local) {
    int length = local.codePointCount(0, local.length());
    if (length < MINIMUM || length > MAXIMUM) {
      throw new AccountNameException(text, NameObjection.of(Kind.LENGTH, length, MAXIMUM));
    }
    local
        .codePoints()
        .filter(c -> INVALID_CHARACTERS.indexOf(c) >= 0 || !visible(c))
        .findFirst()
        .ifPresent(
            c -> {
              throw new AccountNameException(
                  text,
                  visible(c)
                      ? NameObjection.of(Kind.CHARACTER, Character.toString(c))
                      : NameObjection.of(Kind.INVISIBLE, String.format(Locale.ROOT, "U+%04X", c)));
            });
  }

  private static boolean visible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static String domain(String text, String domain) {
    try {
      String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      if (!ascii.isEmpty() && ascii.length() <= 253 && !ascii.startsWith(".")) {
        return ascii;
      }
    } catch (IllegalArgumentException e) {
      // Refused below in our own words: IDN's message would not help the user.
    }
    throw new AccountNameException(text, NameObjection.of(Kind.NO_DOMAIN));
  }

  /**
   * A domain in the form that {@link #domain()} has.
   *
   * @throws AccountNameException if it is no domain
   */
  public static String domain(String domain) {
    return domain(domain, domain);
  }

  /** The account name as it is stored and shown. */
  @Override
  public String toString() {
    return local + "@" + domain;
  }
}
