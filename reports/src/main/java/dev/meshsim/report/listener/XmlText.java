package dev.meshsim.report.listener;

import dev.meshsim.error.Quote;

/** Text that XML 1.0 can express: most control characters are not in it. */
final class XmlText {

  private XmlText() {}

  /** The text in one line, escaped as {@link Quote} does it. */
  static String line(String text) {
    return noncharacters(Quote.of(text));
  }

  /** The text with its line feeds. */
  static String lines(String text) {
    return noncharacters(Quote.lines(text));
  }

  private static String noncharacters(String text) {
    return text.replace('\uFFFE', '\uFFFD').replace('\uFFFF', '\uFFFD');
  }
}
