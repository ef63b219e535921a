package dev.meshsim.scenario.document;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.DidYouMean;
import dev.meshsim.error.IoReason;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.Suite;
import dev.meshsim.report.MessageNames;
import dev.meshsim.report.StepResult;
import dev.meshsim.report.Verdict;
import dev.meshsim.report.document.DocumentRun;
import dev.meshsim.report.document.RunRequest;
import dev.meshsim.report.document.RunSource;
import dev.meshsim.report.document.template.Directive.Word;
import dev.meshsim.report.document.template.DocumentException.Code;
import dev.meshsim.report.document.template.Problems;
import dev.meshsim.scenario.results.ResultsDirectory;
import dev.meshsim.scenario.run.Case;
import dev.meshsim.scenario.run.RunOptions;
import dev.meshsim.scenario.run.SingleRun;
import dev.meshsim.scenario.yaml.Problem;
import dev.meshsim.sim.oracle.RunSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Runs scenarios for documents, each with the same options once. */
final class ScenarioRuns implements RunSource {

  /** The directory of the files beside the documents. */
  static final String EXAMPLES = "examples";

  private static final String SEED = "a seed is a whole number of at most 18 digits";

  private final Map<String, Optional<DocumentRun>> runs = new HashMap<>();
  private final Map<String, String> directories = new HashMap<>();
  private final List<String> used = new ArrayList<>();
  private final KeptRuns kept;
  private int count;

  /**
   * Without a run.
   *
   * @param kept the runs of earlier builds
   */
  ScenarioRuns(KeptRuns kept) {
    this.kept = kept;
  }

  /** The number of scenarios that were run. */
  int count() {
    return count;
  }

  /** The files of the scenarios that were named since this was called last. */
  List<String> takeUsed() {
    List<String> taken = List.copyOf(used);
    used.clear();
    return taken;
  }

  @Override
  public Optional<DocumentRun> run(RunRequest request, Problems problems) {
    Optional<RunOptions> options = options(request, problems);
    Word file = request.directive().words().get(1);
    if (options.isEmpty()) {
      return Optional.empty();
    }
    String path = path(request);
    used.add(path);
    String key = path + " " + options.get();
    if (!runs.containsKey(key)) {
      runs.put(key, Optional.empty());
      try {
        runs.put(key, run(path, request, options.get(), problems));
      } catch (MeshException e) {
        problems.add(file.place(), Code.FILE, e.problem(), nearest(path).orElse(e.hint()));
      }
    }
    return runs.get(key);
  }

  private static String path(RunRequest request) {
    Path template = Path.of(request.directive().place().file());
    return template.resolveSibling(request.file()).normalize().toString();
  }

  private static Optional<String> nearest(String path) {
    Path file = Path.of(path);
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(directory)) {
      List<String> names =
          files.map(each -> each.getFileName().toString()).filter(n -> n.endsWith("ml")).toList();
      return DidYouMean.to(file.getFileName().toString(), names).map(DidYouMean::question);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<RunOptions> options(RunRequest request, Problems problems) {
    Optional<Optional<Dialect>> dialect = option(request, "dialect", Dialect::named, problems);
    Optional<Optional<Suite>> suite = option(request, "suite", Suite::named, problems);
    Optional<Optional<Long>> seed = option(request, "seed", ScenarioRuns::seed, problems);
    return dialect.isEmpty() || suite.isEmpty() || seed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RunOptions(
                seed.get().orElse(RunOptions.DEFAULT_SEED),
                dialect.get(),
                suite.get(),
                RunOptions.DEFAULT_STORE));
  }

  private static long seed(String text) {
    if (!text.matches("-?[0-9]{1,18}")) {
      throw new IllegalArgumentException(SEED);
    }
    return Long.parseLong(text);
  }

  /** The value of an option, or empty if it is not given; empty itself if it has a problem. */
  private static <T> Optional<Optional<T>> option(
      RunRequest request, String name, Function<String, T> read, Problems problems) {
    Optional<Word> word = Optional.ofNullable(request.options().get(name));
    try {
      return Optional.of(word.map(Word::text).map(read));
    } catch (MeshException e) {
      problems.add(word.orElseThrow().place(), Code.VALUE, e.problem(), e.hint());
    } catch (IllegalArgumentException e) {
      problems.add(word.orElseThrow().place(), Code.VALUE, SEED, "write seed=1");
    }
    return Optional.empty();
  }

  private Optional<DocumentRun> run(
      String path, RunRequest request, RunOptions options, Problems problems) {
    Word word = request.directive().words().get(1);
    List<Problem> found = new ArrayList<>();
    Optional<Case> one = SingleRun.find(path, options, found::add);
    for (Problem problem : found) {
      problems.add(
          word.place(), Code.FILE, problem.place() + ": " + problem.text(), problem.hint());
    }
    if (one.isEmpty()) {
      return Optional.empty();
    }
    String directory = directory(one.get(), request);
    String other = directories.putIfAbsent(directory, path + " " + options);
    if (other != null) {
      problems.add(
          word.place(),
          Code.NAME,
          "another scenario of the build has the name " + directory + " too",
          "rename one of the two files");
      return Optional.empty();
    }
    DocumentRun.Places places = DocumentRun.Places.in(EXAMPLES + "/" + directory);
    Optional<KeptRuns.Run> earlier = kept.find(one.get(), options);
    Optional<KeptRuns.Run> run =
        earlier.isPresent() ? earlier : run(one.get(), options, word, problems);
    return run.map(made -> of(made, places));
  }

  private static String directory(Case one, RunRequest request) {
    StringBuilder name = new StringBuilder(one.scenario().caseName());
    request.options().forEach((option, word) -> name.append('-').append(word.text()));
    return name.toString().replaceAll("[^A-Za-z0-9._-]+", "-");
  }

  private Optional<KeptRuns.Run> run(Case one, RunOptions options, Word word, Problems problems) {
    count++;
    try {
      Path scratch = Files.createTempDirectory("mesh-sim-document");
      try {
        SingleRun.Recorded recorded = SingleRun.run(one, options, scratch, List.of());
        if (recorded.result().verdict() != Verdict.PASSED) {
          failed(recorded, word, problems);
          return Optional.empty();
        }
        KeptRuns.Run run = keepable(recorded, scratch);
        kept.keep(one, options, run);
        return Optional.of(run);
      } finally {
        ResultsDirectory.delete(scratch);
      }
    } catch (IOException e) {
      problems.add(
          word.place(),
          Code.FILE,
          "the scenario cannot be run in a scratch directory: " + IoReason.of(e),
          "make the directory for temporary files writable");
      return Optional.empty();
    }
  }

  private static void failed(SingleRun.Recorded recorded, Word word, Problems problems) {
    for (StepResult step : recorded.result().explained()) {
      problems.add(
          word.place(),
          Code.UNDECIDED,
          "the scenario did not pass: "
              + step.place()
              + ": "
              + step.title()
              + ": "
              + step.explanation().orElse(""),
          "correct the scenario; mesh-sim run shows more");
    }
  }

  /** A case that was run, as documents see it. */
  static DocumentRun of(SingleRun.Recorded recorded, Path results, DocumentRun.Places places)
      throws IOException {
    return of(keepable(recorded, results), places);
  }

  private static KeptRuns.Run keepable(SingleRun.Recorded recorded, Path results)
      throws IOException {
    return new KeptRuns.Run(
        recorded.trace().orElseThrow(),
        LogLines.of(results, recorded.result().steps()),
        recorded.shares(),
        recorded.secrets().all());
  }

  private static DocumentRun of(KeptRuns.Run run, DocumentRun.Places places) {
    Dialect dialect = Dialect.named(run.trace().dialect());
    return new DocumentRun(
        places,
        run.trace(),
        MessageNames.of(run.trace().exchanges()),
        run.log(),
        new RecordedVault(RunSecrets.of(run.secrets()), run.shares(), dialect));
  }

  /** The digest of a scenario's file, or of nothing if it cannot be read. */
  static String digest(String path) {
    try {
      String file = path.replaceFirst(":[0-9]+$", "");
      return Sha256.of(Bytes.of(Files.readAllBytes(Path.of(file)))).hex();
    } catch (IOException e) {
      return "";
    }
  }
}
