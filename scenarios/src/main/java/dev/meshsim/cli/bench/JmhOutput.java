package dev.meshsim.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows what JMH prints: how far it is, and which benchmarks did not end well. */
final class JmhOutput {

  /**
   * A benchmark without a result.
   *
   * @param benchmark its name with its parameters
   * @param reason what JMH said
   */
  record Failure(String benchmark, String reason) {

    /** True if a peer is not there on this machine, rather than something broken. */
    boolean isMissingPeer() {
      return reason.contains("missing peer");
    }
  }

  private final List<Failure> failures = new ArrayList<>();
  private String benchmark = "";
  private String parameters = "";
  private String progress = "";
  private String error = "";
  private boolean failing;

  /** Takes the next line. */
  void line(String line) {
    if (line.startsWith("# Benchmark: ")) {
      String name = line.substring("# Benchmark: ".length());
      benchmark = name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
      parameters = "";
    } else if (line.startsWith("# Parameters: ")) {
      parameters = " " + line.substring("# Parameters: ".length());
    } else if (line.startsWith("# Run progress: ")) {
      progress = line.substring("# Run progress: ".length());
    } else if (line.startsWith("ERROR: ")) {
      error = line.substring("ERROR: ".length());
    } else if (line.contains("<failure>") || line.startsWith("<forked VM failed")) {
      failing = true;
      if (!line.equals("<failure>") && line.startsWith("<forked")) {
        failed(line);
      }
    } else if (failing && !line.isBlank()) {
      failed(line.strip());
    }
  }

  private void failed(String reason) {
    failing = false;
    Failure failure = new Failure(benchmark + parameters, reason);
    if (failures.stream().noneMatch(each -> each.benchmark().equals(failure.benchmark()))) {
      failures.add(failure);
    }
  }

  /** The benchmark that runs and the time that is left, as JMH estimates it. */
  String progress() {
    return benchmark + parameters + (progress.isEmpty() ? "" : ": " + progress);
  }

  /** The benchmarks without a result so far. */
  List<Failure> failures() {
    return List.copyOf(failures);
  }

  /** The error that ended JMH. */
  Optional<String> error() {
    return error.isEmpty() ? Optional.empty() : Optional.of(error);
  }
}
