package dev.meshsim.spark;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A home of Spark made of links to the jars of Maven's repository, and submissions to it. */
final class SparkHome {

  /** The longest that a submission may take before the test gives up. */
  private static final long PATIENCE_SECONDS = 240;

  private static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.io",
          "java.net",
          "java.nio",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "sun.nio.ch",
          "sun.nio.cs",
          "sun.security.action",
          "sun.util.calendar");

  /** Options of each JVM: a short run costs half of the processor time with them. */
  private static final List<String> SHORT_RUN =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final Path home;

  private SparkHome(Path home) {
    this.home = home;
  }

  /** Makes a home in an empty directory. */
  static SparkHome in(Path home) throws IOException {
    Path jars = Files.createDirectories(home.resolve("jars"));
    for (String jar :
        Files.readString(Path.of("home", "target", "class-path"))
            .strip()
            .split(File.pathSeparator)) {
      Path file = Path.of(jar);
      Files.createSymbolicLink(jars.resolve(file.getFileName()), file);
    }
    Files.writeString(home.resolve("RELEASE"), "Spark from Maven's repository\n");
    return new SparkHome(home);
  }

  /** A submission: its process, and the files that receive its output. */
  record Submission(Process process, Path results, Path errors) {

    String errorText() {
      return read(errors);
    }

    String resultText() {
      return read(results);
    }

    /** Waits for the end, and gives the exit code. */
    int code() throws InterruptedException {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        stop();
        throw new AssertionError("the sweep does not end: " + errorText());
      }
      return process.exitValue();
    }

    /** Waits until standard error has a text; false if the process ended before. */
    boolean waitsFor(String text) throws InterruptedException {
      while (!errorText().contains(text)) {
        if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
          return errorText().contains(text);
        }
      }
      return true;
    }

    /** One of the executors that run as processes of their own. */
    Optional<ProcessHandle> executor() {
      return process
          .descendants()
          .filter(one -> one.info().commandLine().orElse("").contains("ExecutorBackend"))
          .findFirst();
    }

    private void stop() {
      try (Stream<ProcessHandle> all = process.descendants()) {
        all.forEach(ProcessHandle::destroyForcibly);
      }
      process.destroyForcibly();
    }

    private static String read(Path file) {
      try {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** Starts what {@code spark-submit} starts. */
  Submission submit(String master, List<String> conf, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SHORT_RUN);
    OPENED.forEach(one -> command.add("--add-opens=java.base/" + one + "=ALL-UNNAMED"));
    command.add("-cp");
    command.add(home.resolve("jars") + "/*");
    command.addAll(List.of("org.apache.spark.deploy.SparkSubmit", "--master", master));
    command.addAll(List.of("--conf", "spark.ui.enabled=false"));
    command.addAll(
        List.of("--conf", "spark.executor.extraJavaOptions=" + String.join(" ", SHORT_RUN)));
    conf.forEach(one -> command.addAll(List.of("--conf", one)));
    command.addAll(List.of("--class", "dev.meshsim.spark.SparkSweep"));
    command.add(Path.of("target", "mesh-sim-spark.jar").toAbsolutePath().toString());
    command.addAll(List.of(arguments));
    Path results = Files.createTempFile(home, "results", ".txt");
    Path errors = Files.createTempFile(home, "errors", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectOutput(results.toFile())
            .redirectError(errors.toFile());
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    return new Submission(builder.start(), results, errors);
  }
}
