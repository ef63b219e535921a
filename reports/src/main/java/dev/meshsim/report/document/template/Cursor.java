package dev.meshsim.report.document.template;

/**
 * A position while a text is read.
 *
 * @param file the file as the user named it
 * @param line counted from 1
 * @param column in Unicode characters, counted from 1
 */
record Cursor(String file, int line, int column) {

  /** The position after the first {@code length} characters of {@code text}, which begins here. */
  Cursor move(String text, int length) {
    int nextLine = line;
    int nextColumn = column;
    for (int at = 0; at < length; at++) {
      char c = text.charAt(at);
      if (c == '\n') {
        nextLine++;
        nextColumn = 1;
      } else if (!Character.isLowSurrogate(c)) {
        nextColumn++;
      }
    }
    return new Cursor(file, nextLine, nextColumn);
  }

  /** The place after the first {@code length} characters of {@code text}, which begins here. */
  TemplatePlace after(String text, int length) {
    return move(text, length).place();
  }

  TemplatePlace place() {
    return new TemplatePlace(file, line, column);
  }
}
