package dev.meshsim.reference;

/** Text from a log in a message: one line, and not long. */
final class Quote {

  private static final int LONGEST = 80;

  private Quote() {}

  /** The text without control characters, cut after {@value #LONGEST} characters. */
  static String of(String text) {
    StringBuilder quoted = new StringBuilder();
    for (int i = 0; i < Math.min(LONGEST, text.length()); i++) {
      char c = text.charAt(i);
      quoted.append(isPlain(c) ? c : '?');
    }
    return text.length() > LONGEST ? quoted.append("...").toString() : quoted.toString();
  }

  private static boolean isPlain(char c) {
    return !Character.isISOControl(c)
        && !Character.isSurrogate(c)
        && Character.getType(c) != Character.FORMAT
        && Character.getType(c) != Character.LINE_SEPARATOR
        && Character.getType(c) != Character.PARAGRAPH_SEPARATOR;
  }
}
