package dev.meshsim.cli.console;

import dev.meshsim.error.Quote;
import dev.meshsim.report.listener.Terminal;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The output streams of a command. No control, formatting or bidirectional character gets through
 * either: it is escaped as {@link Quote} does. A line feed does, so text of others must be quoted
 * where it is put into a line.
 */
public final class Console {

  private final OutputStream plainOut;
  private final OutputStream plainErrors;
  private final PrintStream out;
  private final PrintStream errors;

  /**
   * A console over two streams of UTF-8.
   *
   * @param out receives results
   * @param errors receives everything else
   */
  public Console(OutputStream out, OutputStream errors) {
    this.plainOut = out;
    this.plainErrors = errors;
    this.out = printer(out);
    this.errors = printer(errors);
  }

  /** Prints to a stream of UTF-8 as the console does. */
  public static PrintStream printer(OutputStream stream) {
    boolean windows = System.lineSeparator().equals("\r\n");
    return new PrintStream(new TerminalStream(stream, windows), true, StandardCharsets.UTF_8);
  }

  /** Receives results. */
  public PrintStream out() {
    return out;
  }

  /** Receives everything else. */
  public PrintStream errors() {
    return errors;
  }

  /**
   * The terminal behind the streams, as far as the launcher said that there is one.
   *
   * @param ofErrors true for the styles of standard error rather than of standard output
   */
  public Terminal terminal(boolean ofErrors) {
    return AnsiTerminal.of(
        ofErrors ? plainErrors : plainOut,
        plainErrors,
        ofErrors,
        System.getProperty(AnsiTerminal.PROPERTY, ""),
        System.getenv());
  }

  /** Prints one line that is no result; whatever would break it is escaped. */
  public void note(String line) {
    errors.println(Quote.of(line));
  }

  /** Prints one line of the results; whatever would break it is escaped. */
  public void line(String line) {
    out.println(Quote.of(line));
  }
}
