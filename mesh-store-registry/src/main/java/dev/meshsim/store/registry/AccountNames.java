package dev.meshsim.store.registry;

import dev.meshsim.error.Quote;
import dev.meshsim.store.registry.hive.NameOrder;
import java.util.HexFormat;

/**
 * Account names as the names of registry values.
 *
 * <p>A canonical account name, in small letters, is written as it is. Other names need an escape,
 * since the registry ignores case and takes an empty name for the default value. A capital and the
 * number sign, which no account name has, are written as a number sign and four hexadecimal digits;
 * the empty name is a single number sign. A bare capital is read as its small letter, as the
 * registry does: a typed {@code Alice@Example.com} is the account {@code alice@example.com}.
 */
final class AccountNames {

  private static final char ESCAPE = '#';
  private static final int DIGITS = 4;

  private AccountNames() {}

  /** The name of the registry value. */
  static String encode(String account) {
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

  /** The small letter of a capital {@code c} by the registry's rules. */
  private static char small(char c) {
    char small = Character.toLowerCase(c);
    return Character.toUpperCase(small) == c ? small : c;
  }
}
