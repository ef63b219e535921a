package dev.meshsim.cli.bench;

import dev.meshsim.cli.console.InputException;
import dev.meshsim.error.IoReason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * A program that is started and waited for; the only class of the command that starts one. Its
 * standard error is part of its output, and it has no input.
 */
final class ChildProcess {

  private ChildProcess() {}

  /**
   * Runs a program to its end. If this thread is interrupted or the JVM ends, the program is ended
   * too, with all that it started.
   *
   * @param lines receives each line of its output
   * @return its exit code
   * @throws InputException if it cannot be started
   */
  static int run(List<String> command, Path directory, Consumer<String> lines) {
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(directory.toAbsolutePath().toFile())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      throw new InputException(
          "cannot start " + command.get(0) + ": " + IoReason.of(e),
          "check that it is there and may be run");
    }
    Thread ender = new Thread(() -> end(process));
    Runtime.getRuntime().addShutdownHook(ender);
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      process.getOutputStream().close();
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lines.accept(line);
      }
      return process.waitFor();
    } catch (IOException e) {
      throw new InputException(
          "the output of " + command.get(0) + " cannot be read: " + IoReason.of(e), "try again");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InputException("the benchmarks were interrupted", "run the command again");
    } finally {
      end(process);
      forget(ender);
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }

  private static void forget(Thread ender) {
    try {
      Runtime.getRuntime().removeShutdownHook(ender);
    } catch (IllegalStateException e) {
      // The JVM ends already, and the hook runs.
    }
  }
}
