package dev.meshsim.wizard;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.terminal.impl.LineDisciplineTerminal;

/** Takes what a person types; closing it ends what the person types to. */
interface Keyboard extends Closeable {

  void type(byte[] keys) throws IOException;

  /** The keyboard of a terminal in memory. */
  static Keyboard of(LineDisciplineTerminal terminal) {
    return new Keyboard() {
      @Override
      public void type(byte[] keys) throws IOException {
        terminal.processInputBytes(keys);
      }

      @Override
      public void close() throws IOException {
        terminal.close();
      }
    };
  }

  /** The keyboard of a process at a pseudo-terminal. */
  static Keyboard of(Process process) {
    return new Keyboard() {
      @Override
      public void type(byte[] keys) throws IOException {
        process.getOutputStream().write(keys);
        process.getOutputStream().flush();
      }

      @Override
      public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    };
  }

  /**
   * Starts a command at a pseudo-terminal of 80 columns, which script(1) makes. Ctrl-C has its
   * usual meaning, also if these tests run in the background of a shell without job control, which
   * lets all processes below it ignore that signal.
   */
  static Process script(List<String> command, Path directory, int rows) throws IOException {
    String words =
        command.stream()
            .map(word -> "'" + word.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
    String usual = "env --default-signal=INT";
    String line =
        "stty rows "
            + rows
            + " cols 80; if "
            + usual
            + " true 2>/dev/null; then exec "
            + usual
            + " "
            + words
            + "; else exec "
            + words
            + "; fi";
    ProcessBuilder builder = new ProcessBuilder("script", "-qefc", line, "/dev/null");
    builder.environment().put("TERM", "xterm");
    builder.environment().put("SHELL", "/bin/sh");
    return builder.directory(directory.toFile()).redirectErrorStream(true).start();
  }
}
