package dev.meshsim.store.registry;

import dev.meshsim.error.Quote;
import dev.meshsim.store.registry.hive.NameOrder;
import java.util.HexFormat;

/**
 * Account names as the names of registry values.
 *
 * <p>A canonical account name, in small letters, is written as it is. Others would meet the
 * registry's rules: it takes capitals for small letters, and an empty name for the default value.
 * So a capital and the number sign, which no account name has, are written as a number sign and
 * four hexadecimal digits, the empty name as a number sign alone. Reading takes a bare capital for
 * its small letter, as the registry does: what a person typed as {@code Alice@Example.com} is the
 * account {@code alice@example.com}.
 */
public final class AccountNames {

  private static final char ESCAPE = '#';
  private static final int DIGITS = 4;

  private AccountNames() {}

  /** The name of the registry value. */
  public static String encode(String account) {
    if (account.isEmpty()) {
      return String.valueOf(ESCAPE);
    }
    StringBuilder encoded = new StringBuilder();
    for (char c : account.toCharArray()) {
      if (c == ESCAPE || small(c) != c) {
        encoded.append(ESCAPE).append(HexFormat.of().toHexDigits(c));
      } else {
        encoded.append(c);
      }
    }
    return encoded.toString();
  }

  /**
   * The account.
   *
   * @throws IllegalArgumentException if a number sign is not followed by four hexadecimal digits,
   *     or they stand for a letter that is written as it is
   */
  static String decode(String valueName) {
    if (valueName.equals(String.valueOf(ESCAPE))) {
      return "";
    }
    StringBuilder account = new StringBuilder();
    for (int i = 0; i < valueName.length(); i++) {
      char c = valueName.charAt(i);
      if (c != ESCAPE) {
        account.append(small(c));
      } else if (i + DIGITS < valueName.length()) {
        account.append((char) HexFormat.fromHexDigits(valueName, i + 1, i + 1 + DIGITS));
        i += DIGITS;
      } else {
        throw new IllegalArgumentException("four hexadecimal digits follow a number sign");
      }
    }
    String decoded = account.toString();
    if (!NameOrder.same(encode(decoded), valueName)) {
      throw new IllegalArgumentException(
          "it is written "
              + Quote.text(encode(decoded))
              + ", with number signs where they must be");
    }
    return decoded;
  }

  /** The letter that the registry takes for the same, if {@code c} is its capital. */
  private static char small(char c) {
    char small = Character.toLowerCase(c);
    return Character.toUpperCase(small) == c ? small : c;
  }
}
