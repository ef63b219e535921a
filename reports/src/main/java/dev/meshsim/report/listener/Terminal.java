package dev.meshsim.report.listener;

/** The abilities of a terminal beyond plain lines. */
public interface Terminal {

  /** A style of the text that follows. */
  enum Style {
    /** As the terminal is set. */
    PLAIN,
    /** For what passed. */
    GOOD,
    /** For what failed. */
    BAD,
    /** For what is not known, or was left out. */
    UNSURE
  }

  /** A terminal without styles and progress, or no terminal. */
  Terminal NONE =
      new Terminal() {
        @Override
        public void style(Style style) {}

        @Override
        public void progress(String line) {}
      };

  /** Sets the style of the text that is printed next. */
  void style(Style style);

  /** Shows a line that the next line replaces; an empty one removes it. */
  void progress(String line);
}
