package dev.meshsim.cli.portal;

import dev.meshsim.cli.MeshSim;
import dev.meshsim.files.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A {@code portal serve} in a JVM of its own, which is killed with the test. */
final class Served implements AutoCloseable {

  private final Process process;
  private final BufferedReader out;
  private final String first;

  /**
   * Starts it and waits until it listens.
   *
   * @param words the arguments after {@code portal serve}
   */
  Served(Path directory, List<String> words) throws IOException {
    this(directory, words, Map.of());
  }

  /**
   * Starts it with more variables in its environment.
   *
   * @param words the arguments after {@code portal serve}
   */
  Served(Path directory, List<String> words, Map<String, String> variables) throws IOException {
    List<String> command = ChildJvm.command(MeshSim.class);
    command.addAll(List.of("portal", "serve"));
    command.addAll(words);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(variables);
    this.process = builder.start();
    this.out = process.inputReader();
    String line = out.readLine();
    this.first = line == null ? "" : line;
  }

  /** The line that it printed first. */
  String first() {
    return first;
  }

  /** The address in its first line. */
  String address() {
    return first.substring(first.lastIndexOf(' ') + 1);
  }

  long id() {
    return process.pid();
  }

  /** Waits for its end and returns its exit code. */
  int ended() throws InterruptedException {
    return process.waitFor();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
