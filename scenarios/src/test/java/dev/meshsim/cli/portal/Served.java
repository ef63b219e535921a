package dev.meshsim.cli.portal;

import dev.meshsim.cli.MeshSim;
import dev.meshsim.files.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A server of the command in a JVM of its own, which is killed with the test. */
public final class Served implements AutoCloseable {

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
    this(directory, "portal", words, variables);
  }

  /**
   * Starts a server of another kind.
   *
   * @param noun the command before {@code serve}, portal or witness
   * @param words the arguments after {@code serve}
   */
  public static Served of(String noun, Path directory, List<String> words) throws IOException {
    return new Served(directory, noun, words, Map.of());
  }

  private Served(Path directory, String noun, List<String> words, Map<String, String> variables)
      throws IOException {
    List<String> command = ChildJvm.command(MeshSim.class);
    command.addAll(List.of(noun, "serve"));
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
  public String first() {
    return first;
  }

  /** The next line that it prints. */
  public String next() throws IOException {
    return String.valueOf(out.readLine());
  }

  /** The address in its first line. */
  public String address() {
    return first.substring(first.lastIndexOf(' ') + 1);
  }

  /** The number of the process. */
  public long id() {
    return process.pid();
  }

  /** Waits for its end and returns its exit code. */
  public int ended() throws InterruptedException {
    return process.waitFor();
  }

  /** Kills it, and waits for its end. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
