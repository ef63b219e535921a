package dev.meshsim.store.registry;

/** Text from a file as it may stand in a message: one line, not too long. */
final class Shown {

  private static final int MOST = 80;
  private static final int MOST_IN_LINE = 200;

  private Shown() {}

  /** A name or a value, in quotation marks. */
  static String text(String text) {
    return '"' + visible(text, MOST) + '"';
  }

  /** What another program says of a file: white space becomes one space. */
  static String line(String text) {
    return visible(text.strip().replaceAll("\\s+", " "), MOST_IN_LINE);
  }

  private static String visible(String text, int most) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(most)
        .forEach(
            c -> {
              int type = Character.getType(c);
              boolean visible =
                  type != Character.CONTROL
                      && type != Character.FORMAT
                      && type != Character.SURROGATE
                      && type != Character.LINE_SEPARATOR
                      && type != Character.PARAGRAPH_SEPARATOR;
              shown.appendCodePoint(visible ? c : '?');
            });
    return shown.append(text.codePointCount(0, text.length()) > most ? "..." : "").toString();
  }
}
