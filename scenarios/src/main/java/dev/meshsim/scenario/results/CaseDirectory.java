package dev.meshsim.scenario.results;

import dev.meshsim.bytes.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of the directory that holds a case's results, made from the case's name. Different names
 * give different directories, also on file systems that ignore case, if the names differ in more
 * than case.
 *
 * <p>Letters, digits, {@code . _ - @} are kept, {@code /} becomes {@code +}, and every other octet
 * of the UTF-8 form becomes {@code %XX}. The first character of a name that the results use
 * otherwise is written as {@code %XX} too.
 */
public final class CaseDirectory {

  /** A longer name is cut, and ends in its digest: file systems allow 255 octets. */
  private static final int LONGEST = 160;

  private static final int KEPT = 120;
  private static final int DIGEST_OCTETS = 12;

  /** The devices of Windows, which are no names there, with any extension. */
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\\..*)?");

  private CaseDirectory() {}

  /** The directory's name for a case's name, or for its label with the store's name. */
  public static String of(String name) {
    return of(name, ResultsFiles.known());
  }

  static String of(String name, ResultsFiles known) {
    StringBuilder directory = new StringBuilder();
    for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
      directory.append(octet == '/' ? "+" : isKept(octet) ? "" + (char) octet : escaped(octet));
    }
    if (directory.length() > LONGEST) {
      // No other name has a percent sign that two digits do not follow.
      directory.setLength(KEPT);
      directory.append("%-").append(digest(name));
    }
    int last = directory.length() - 1;
    if (last >= 0 && directory.charAt(last) == '.') {
      directory.replace(last, last + 1, escaped((byte) '.'));
    }
    String plain = directory.toString();
    boolean taken =
        plain.startsWith(".")
            || plain.startsWith("-")
            || DEVICE.matcher(plain).matches()
            || known.isReserved(plain);
    return taken ? escaped((byte) plain.charAt(0)) + plain.substring(1) : plain;
  }

  /** The names that would be one directory where case makes no difference. */
  public static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static boolean isKept(byte octet) {
    return (octet >= '0' && octet <= '9')
        || (octet >= 'A' && octet <= 'Z')
        || (octet >= 'a' && octet <= 'z')
        || "._-@".indexOf(octet) >= 0;
  }

  private static String escaped(byte octet) {
    return "%" + HexFormat.of().withUpperCase().toHexDigits(octet);
  }

  private static String digest(String name) {
    byte[] digest = Sha256.of(name.getBytes(StandardCharsets.UTF_8)).toArray();
    return HexFormat.of().formatHex(digest, 0, DIGEST_OCTETS);
  }
}
