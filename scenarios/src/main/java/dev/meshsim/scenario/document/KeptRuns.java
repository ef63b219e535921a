package dev.meshsim.scenario.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import dev.meshsim.report.ScenarioTrace;
import dev.meshsim.report.document.DocumentRun.LogLine;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.results.WholeFile;
import dev.meshsim.scenario.run.Case;
import dev.meshsim.scenario.run.RunOptions;
import dev.meshsim.sim.oracle.RunSecrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The runs of earlier builds, a file for each, so that a scenario that has not changed is not run
 * again for a document of which something else has. A run is found by the digest of the program, of
 * the scenario with its logs, and of the options. Its file has the private keys of its machines,
 * since the documents are searched for them: whoever knows the seed can make them, and the
 * directory keeps itself out of a repository.
 */
final class KeptRuns {

  /** The name of the directory beside the documents. */
  static final String DIRECTORY = ".mesh-sim-runs";

  /** The most runs that are kept; those that were written first go first. */
  static final int MOST = 64;

  /** None: everything is run, and nothing is kept. */
  static final KeptRuns NONE = new KeptRuns(Optional.empty(), "");

  /** The records of a run have members that may be absent, which no message of the Mesh has. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder().addMixIn(Bytes.class, BytesText.class).build();

  private static final String SUFFIX = ".json";
  private static final int DIGEST_DIGITS = 64;

  private final Optional<Path> directory;
  private final String program;
  private final Map<Path, Run> fresh = new LinkedHashMap<>();

  /** Octets in base64url. */
  private abstract static class BytesText {

    @JsonCreator
    static Bytes base64Url(String text) {
      return Bytes.base64Url(text);
    }

    @JsonValue
    abstract String base64Url();
  }

  /**
   * A run, as much of it as documents show.
   *
   * @param trace its messages
   * @param log the lines of its portals' logs
   * @param shares the texts of the shares that steps have made, by the number of the step
   * @param secrets its secrets
   */
  record Run(
      ScenarioTrace trace,
      List<LogLine> log,
      Map<Integer, List<String>> shares,
      List<RunSecrets.Secret> secrets) {}

  private KeptRuns(Optional<Path> directory, String program) {
    this.directory = directory;
    this.program = program;
  }

  /** The runs beside documents. */
  static KeptRuns beside(Path documents) {
    return new KeptRuns(Optional.of(documents.resolve(DIRECTORY)), ProgramDigest.compute());
  }

  /** A run that was kept; empty if there is none, or if its file is not whole. */
  Optional<Run> find(Case one, RunOptions options) {
    try {
      Optional<Path> file = file(one, options);
      if (file.isEmpty() || !Files.isRegularFile(file.get())) {
        return Optional.empty();
      }
      byte[] octets = Files.readAllBytes(file.get());
      int end = Math.min(DIGEST_DIGITS, octets.length);
      Bytes content = Bytes.of(octets, end, octets.length);
      return Sha256.of(content).hex().equals(new String(octets, 0, end, StandardCharsets.US_ASCII))
          ? Optional.of(MAPPER.readValue(content.toArray(), Run.class))
          : Optional.empty();
    } catch (IOException | JacksonException e) {
      // It is run again.
      return Optional.empty();
    }
  }

  /** Keeps a run, to be written when the documents are. */
  void keep(Case one, RunOptions options, Run run) {
    try {
      file(one, options).ifPresent(file -> fresh.put(file, run));
    } catch (IOException e) {
      // A log of the scenario cannot be read any more: the next build runs it again.
    }
  }

  /** Writes the runs that are new; a build is the same if that fails. */
  void write() {
    if (directory.isEmpty() || fresh.isEmpty()) {
      return;
    }
    Path place = directory.get();
    try {
      Files.createDirectories(place);
      WholeFile.write(place.resolve(".gitignore"), new byte[] {'*', '\n'});
      for (Map.Entry<Path, Run> each : fresh.entrySet()) {
        Bytes content = Bytes.of(MAPPER.writeValueAsBytes(each.getValue()));
        WholeFile.write(
            each.getKey(), Bytes.utf8(Sha256.of(content).hex() + content.utf8()).toArray());
      }
      forget(place);
    } catch (IOException e) {
      // The next build runs these scenarios once more.
    }
  }

  private static void forget(Path directory) throws IOException {
    List<Path> runs;
    try (Stream<Path> files = Files.list(directory)) {
      runs = new ArrayList<>(files.filter(file -> file.toString().endsWith(SUFFIX)).toList());
    }
    if (runs.size() > MOST) {
      runs.sort(Comparator.comparing(KeptRuns::age).thenComparing(Comparator.naturalOrder()));
      for (Path file : runs.subList(0, runs.size() - MOST)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static long age(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      return Long.MAX_VALUE;
    }
  }

  private Optional<Path> file(Case one, RunOptions options) throws IOException {
    if (directory.isEmpty()) {
      return Optional.empty();
    }
    Scenario scenario = one.scenario();
    StringBuilder key = new StringBuilder(program);
    key.append('\n').append(scenario.caseName()).append('\n').append(scenario.digest());
    for (String log : scenario.logs()) {
      Path file = Path.of(scenario.file()).resolveSibling(log);
      key.append('\n').append(Sha256.of(Bytes.of(Files.readAllBytes(file))).hex());
    }
    key.append('\n').append(options.seed()).append('\n').append(options.store());
    key.append('\n').append(options.dialect().map(dialect -> dialect.label()).orElse(""));
    key.append('\n').append(options.suite().map(suite -> suite.label()).orElse(""));
    String name = Sha256.of(Bytes.utf8(key.toString())).hex();
    return directory.map(place -> place.resolve(name + SUFFIX));
  }
}
