package dev.meshsim.schema;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The end of a program.
 *
 * @param code its exit code
 * @param output what it printed, errors too
 */
record Program(int code, String output) {

  /** Runs a program; skips the test, with a message, if it is not installed. */
  static Program run(Path directory, String input, List<String> command) throws Exception {
    Path in = Files.writeString(directory.resolve("input"), input);
    Path out = directory.resolve("output");
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectInput(in.toFile())
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
    } catch (IOException e) {
      assumeTrue(false, command.get(0) + " is not installed: skipped");
      throw e;
    }
    assertTrue(process.waitFor(120, TimeUnit.SECONDS), command.get(0));
    return new Program(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
  }
}
