package dev.meshsim.store.registry;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Runs other people's programs, where they are installed. */
final class Tool {

  /** The output of a program. */
  record Result(int status, String output) {}

  private Tool() {}

  /** Skips the test, with the reason, if a program is not there. */
  static void require(String program, String debianPackage) {
    boolean there =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    assumeTrue(there, program + " is not installed (Debian package " + debianPackage + ")");
  }

  /** Runs a shell command in a directory; error output is part of the output. */
  static Result shell(Path directory, String command) {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", command)
            .directory(directory.toFile())
            .redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      byte[] output = process.getInputStream().readAllBytes();
      return new Result(process.waitFor(), new String(output, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs a shell command that must succeed. */
  static String ok(Path directory, String command) {
    Result result = shell(directory, command);
    if (result.status() != 0) {
      throw new AssertionError(command + "\n" + result);
    }
    return result.output();
  }
}
