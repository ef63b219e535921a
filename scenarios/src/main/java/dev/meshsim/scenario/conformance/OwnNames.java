package dev.meshsim.scenario.conformance;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that the kit gives to the accounts of a case: each ends in a text that differs from run
 * to run, so that they can be made at one portal again and again and are nobody else's.
 */
public final class OwnNames {

  /** The domain of accounts in the suite. */
  public static final String SUITE_DOMAIN = "example.com";

  private static final Pattern ACCOUNT =
      Pattern.compile("([A-Za-z0-9][A-Za-z0-9._+-]*)@(?i:" + Pattern.quote(SUITE_DOMAIN) + ")\\b");
  private static final Pattern DOMAIN =
      Pattern.compile("(?<![@A-Za-z0-9.-])" + Pattern.quote(SUITE_DOMAIN) + "\\b");

  /** The rows of a file, whose values have no text that stands for another. */
  private static final Pattern ROWS = Pattern.compile("(?ms)^rows:.*?(?=^[a-z])");

  private static final String RUN = "{run}";

  private OwnNames() {}

  /**
   * The text of a scenario file with names of the kit.
   *
   * @param domain the domain of the portal
   * @param mark lower-case letters and digits that no other run has, for the values of rows; in
   *     steps the text <code>{run}</code> stands for one of each case
   */
  public static String in(String file, String domain, String mark) {
    Matcher rows = ROWS.matcher(file);
    if (!rows.find()) {
      return renamed(file, domain, RUN);
    }
    return renamed(file.substring(0, rows.start()), domain, RUN)
        + renamed(rows.group(), domain, mark)
        + renamed(file.substring(rows.end()), domain, RUN);
  }

  /**
   * True if a file's accounts can be renamed. The name of a row's value would differ from that of a
   * step, so that a file with accounts in both cannot be.
   */
  public static boolean canRename(String file) {
    Matcher rows = ROWS.matcher(file);
    return !rows.find()
        || !ACCOUNT.matcher(rows.group()).find()
        || !ACCOUNT.matcher(file.substring(rows.end())).find();
  }

  private static String renamed(String text, String domain, String mark) {
    String names =
        ACCOUNT
            .matcher(text)
            .replaceAll(
                "$1-" + Matcher.quoteReplacement(mark) + "@" + Matcher.quoteReplacement(domain));
    return DOMAIN.matcher(names).replaceAll(Matcher.quoteReplacement(domain));
  }
}
