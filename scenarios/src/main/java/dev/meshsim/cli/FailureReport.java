package dev.meshsim.cli;

import dev.meshsim.cli.console.EvidenceFile;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prints a failure as two lines, the problem and a hint, and chooses the exit code. */
public final class FailureReport {

  private static final String TOO_MANY_FILES = "Too many open files";

  private FailureReport() {}

  /**
   * Prints the failure.
   *
   * @return 2 for a failure that a person can act on, 3 for errors of the JVM and of the program
   */
  public static int print(Throwable failure, PrintStream errors) {
    if (failure instanceof MeshException known) {
      int code = print(known.problem(), known.hint(), MeshSim.USAGE, errors);
      EvidenceFile.keep(Path.of(""), known)
          .ifPresent(line -> errors.println("mesh-sim: " + Quote.of(line)));
      return code;
    }
    List<Throwable> causes = causes(failure);
    Optional<Throwable> memory = first(causes, OutOfMemoryError.class);
    if (memory.isPresent()) {
      return print(
          "out of memory: " + Quote.line(String.valueOf(memory.get().getMessage())),
          "give the command more memory, for example JAVA_TOOL_OPTIONS=-Xmx4g, or less input",
          MeshSim.INTERNAL,
          errors);
    }
    if (isOutOfFiles(causes)) {
      return print(
          "too many open files",
          "allow the process more, for example with ulimit -n 1024",
          MeshSim.INTERNAL,
          errors);
    }
    if (first(causes, StackOverflowError.class).isPresent()) {
      return print(
          "internal error: the stack is exhausted" + place(failure),
          "please report this, with the command that shows it;"
              + " JAVA_TOOL_OPTIONS=-Xss16m may help until then",
          MeshSim.INTERNAL,
          errors);
    }
    Throwable shown = causes.get(causes.size() - 1) instanceof Error error ? error : failure;
    return print(
        "internal error: " + shown.getClass().getSimpleName() + place(shown),
        "please report this, with the command that shows it",
        MeshSim.INTERNAL,
        errors);
  }

  /**
   * Prints a problem and a hint.
   *
   * @return the code
   */
  public static int print(String problem, String hint, int code, PrintStream errors) {
    errors.println("mesh-sim: " + Quote.of(problem));
    errors.println("hint: " + Quote.of(hint));
    return code;
  }

  private static String place(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return trace.length == 0 ? "" : " at " + trace[0];
  }

  /** The failure and its causes. */
  private static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (@Nullable Throwable next = failure;
        next != null && !causes.contains(next);
        next = next.getCause()) {
      causes.add(next);
    }
    return causes;
  }

  private static Optional<Throwable> first(List<Throwable> causes, Class<?> type) {
    return causes.stream().filter(type::isInstance).findFirst();
  }

  /** The JVM does not say why it could not load a class, so another file is tried. */
  private static boolean isOutOfFiles(List<Throwable> causes) {
    boolean said =
        causes.stream().anyMatch(e -> String.valueOf(e.getMessage()).contains(TOO_MANY_FILES));
    return said || (first(causes, LinkageError.class).isPresent() && cannotOpen());
  }

  private static boolean cannotOpen() {
    try {
      Files.newInputStream(Path.of(System.getProperty("java.home"), "release")).close();
      return false;
    } catch (IOException e) {
      return String.valueOf(e.getMessage()).contains(TOO_MANY_FILES);
    }
  }
}
