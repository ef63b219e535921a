package dev.meshsim.report.html;

import dev.meshsim.bytes.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The name of a case's page, made from the case's name. Different names give different files.
 * Letters, digits and {@code . _ - @} are kept, {@code /} becomes {@code +}, every other octet of
 * the UTF-8 form becomes {@code %XX}, and a long name is cut and ends in its digest.
 */
final class PageName {

  /** Matches the name of every page of the report. */
  static final Pattern FILES = Pattern.compile("index\\.html|case-[A-Za-z0-9._@+%-]{1,170}\\.html");

  private static final int LONGEST = 160;
  private static final int KEPT = 120;
  private static final int DIGEST_OCTETS = 12;

  private final String token;

  private PageName(String token) {
    this.token = token;
  }

  /** The name of the page of a case. */
  static PageName of(String name) {
    StringBuilder token = new StringBuilder();
    for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
      if (octet == '/') {
        token.append('+');
      } else if (isKept(octet)) {
        token.append((char) octet);
      } else {
        token.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
      }
    }
    if (token.length() > LONGEST) {
      // No other name has a percent sign that two digits do not follow.
      token.setLength(KEPT);
      token.append("%-").append(digest(name));
    }
    return new PageName(token.isEmpty() ? "%" : token.toString());
  }

  /** The file's name in the directory of the report. */
  String file() {
    return "case-" + token + ".html";
  }

  /** The address of the page, relative to another page of the report. */
  String address() {
    return file().replace("%", "%25");
  }

  /** The fragment that names the case in the address of the index; also its id there. */
  String fragment() {
    return token.replace('+', '/');
  }

  private static boolean isKept(byte octet) {
    return (octet >= '0' && octet <= '9')
        || (octet >= 'A' && octet <= 'Z')
        || (octet >= 'a' && octet <= 'z')
        || "._-@".indexOf(octet) >= 0;
  }

  private static String digest(String name) {
    byte[] digest = Sha256.of(name.getBytes(StandardCharsets.UTF_8)).toArray();
    return HexFormat.of().formatHex(digest, 0, DIGEST_OCTETS);
  }
}
