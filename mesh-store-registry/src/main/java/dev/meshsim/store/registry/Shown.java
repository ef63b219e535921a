package dev.meshsim.store.registry;

/** Text from a file as it may stand in a message: one line, not too long. */
final class Shown {

  private static final int MOST = 80;

  private Shown() {}

  static String text(String text) {
    StringBuilder shown = new StringBuilder("\"");
    text.codePoints()
        .limit(MOST)
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
    return shown.append(text.codePointCount(0, text.length()) > MOST ? "..." : "") + "\"";
  }
}
