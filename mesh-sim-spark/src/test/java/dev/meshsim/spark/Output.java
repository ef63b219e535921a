package dev.meshsim.spark;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A run of the program in this process. */
record Output(int code, String results, String errors) {

  static Output of(String... arguments) {
    ByteArrayOutputStream results = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int code =
        SparkSweep.run(arguments, new PrintStream(results, true), new PrintStream(errors, true));
    return new Output(
        code, results.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
  }
}
