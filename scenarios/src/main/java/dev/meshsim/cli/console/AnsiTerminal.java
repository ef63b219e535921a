package dev.meshsim.cli.console;

import dev.meshsim.report.listener.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A terminal that understands the sequences of ECMA-48. They go around the filter that escapes the
 * sequences of others.
 */
final class AnsiTerminal implements Terminal {

  /**
   * The system property by which the launcher says which streams are terminals: {@code out}, {@code
   * err}, or both with a comma between.
   */
  static final String PROPERTY = "meshsim.terminal";

  private static final String CLEARED = "\r\u001b[2K";

  private final OutputStream out;
  private final OutputStream errors;
  private final boolean styled;
  private final boolean progressing;
  private boolean shown;

  private AnsiTerminal(OutputStream out, OutputStream errors, boolean styled, boolean progressing) {
    this.out = out;
    this.errors = errors;
    this.styled = styled;
    this.progressing = progressing;
  }

  /**
   * The abilities of two streams.
   *
   * @param out the stream that has styles
   * @param errors the stream that has the progress
   * @param isErrors true if {@code out} is standard error
   * @param terminals the value of {@link #PROPERTY}
   * @param environment the variables of the process; {@code NO_COLOR} of any value but the empty
   *     one turns styles off (no-color.org)
   */
  static Terminal of(
      OutputStream out,
      OutputStream errors,
      boolean isErrors,
      String terminals,
      Map<String, String> environment) {
    List<String> there = List.of(terminals.split(","));
    boolean colours = environment.getOrDefault("NO_COLOR", "").isEmpty();
    boolean styled = colours && there.contains(isErrors ? "err" : "out");
    boolean progressing = there.contains("err");
    return styled || progressing ? new AnsiTerminal(out, errors, styled, progressing) : NONE;
  }

  @Override
  public void style(Style style) {
    if (styled) {
      int number =
          switch (style) {
            case PLAIN -> 0;
            case GOOD -> 32;
            case BAD -> 31;
            case UNSURE -> 33;
          };
      write(out, "\u001b[" + number + "m");
    }
  }

  @Override
  public void progress(String line) {
    if (!progressing || (line.isEmpty() && !shown)) {
      return;
    }
    write(errors, CLEARED + line);
    shown = !line.isEmpty();
  }

  /**
   * A failure here is not reported: the lines between the sequences meet it too, and are watched.
   */
  private static void write(OutputStream stream, String sequence) {
    try {
      stream.write(sequence.getBytes(StandardCharsets.UTF_8));
      stream.flush();
    } catch (IOException e) {
      // The next line meets the same failure and says it.
    }
  }
}
