package dev.meshsim.scenario.results;

import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunIdentity;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.RunTotals;
import dev.meshsim.report.ScenarioResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * The results of all parts of a suite as those of one run. They are put together only if they are
 * of one commit, seed and choice of options, and if every case of the suite has run exactly once.
 */
public final class ShardMerge {

  /** The directory of the pages for a browser, and the page that each merge writes anew. */
  private static final String PAGES = "report";

  private static final String INDEX = "index.html";

  private final List<RecordedRun> parts;
  private final RunIdentity identity;
  private final List<ScenarioResult> results;

  private ShardMerge(List<RecordedRun> parts) {
    this.parts = parts;
    this.identity = identity(parts);
    this.results = inOrder(parts);
  }

  /**
   * Reads the parts and checks that they are a whole suite.
   *
   * @param directories the results directory of each part, in any order
   * @throws ResultsException {@code results.no-part}, {@code results.damaged} or {@code
   *     results.unfinished} for a directory without a part's whole results, {@code
   *     results.other-suite} if two parts differ in what they depend on, {@code results.not-once}
   *     if a case is in several parts or in none
   */
  public static ShardMerge of(List<Path> directories) {
    List<RecordedRun> parts = directories.stream().map(RecordedRun::read).toList();
    RecordedRun first = parts.get(0);
    for (RecordedRun part : parts) {
      if (part.shard().isEmpty()) {
        throw ResultsException.noPart(part.root(), "has the results of a whole suite");
      }
      if (!part.finished() || part.results().size() < part.planned().size()) {
        throw ResultsException.unfinished(
            part.root(), part.results().size(), part.planned().size());
      }
      requireBeside(part, first);
    }
    requireEachOnce(parts);
    return new ShardMerge(parts);
  }

  private static void requireBeside(RecordedRun part, RecordedRun first) {
    difference(part.identity(), first.identity())
        .or(() -> difference("parts", count(part), count(first)))
        .or(
            () ->
                difference(
                    "cases of the whole suite",
                    part.whole().size() + "",
                    first.whole().size() + ""))
        .or(() -> difference("names of the cases", part.whole(), first.whole()))
        .ifPresent(
            what -> {
              throw ResultsException.otherSuite(part.root(), first.root(), what);
            });
  }

  private static Optional<String> difference(RunIdentity one, RunIdentity other) {
    return difference("commit", one.commit(), other.commit())
        .or(() -> difference("seed", one.seed(), other.seed()))
        .or(() -> difference("options", one.options(), other.options()))
        .or(() -> difference("stores that are left out", one.leftOut(), other.leftOut()))
        .or(() -> difference("libraries", one.providers(), other.providers()));
  }

  private static Optional<String> difference(String what, Object one, Object other) {
    if (one.equals(other)) {
      return Optional.empty();
    }
    boolean brief = (one.toString() + other).length() < 160;
    return Optional.of(brief ? what + ": " + one + " and " + other : what);
  }

  private static String count(RecordedRun part) {
    return part.shard().substring(part.shard().indexOf('/') + 1);
  }

  private static void requireEachOnce(List<RecordedRun> parts) {
    Map<String, RecordedRun> shards = new TreeMap<>();
    Map<String, RecordedRun> labels = new HashMap<>();
    Set<String> met = new HashSet<>();
    for (RecordedRun part : parts) {
      RecordedRun other = shards.putIfAbsent(part.shard(), part);
      if (other != null) {
        throw ResultsException.notOnce(
            part.root(), "is the part " + part.shard() + ", as " + other.root() + " is");
      }
      for (ScenarioResult result : part.results()) {
        RecordedRun has = labels.putIfAbsent(result.name(), part);
        if (has != null) {
          throw ResultsException.notOnce(
              part.root(), "has the case " + result.name() + ", as " + has.root() + " has");
        }
        met.add(result.info().scenario());
      }
    }
    int count = Integer.parseInt(count(parts.get(0)));
    for (int index = 1; index <= count; index++) {
      if (!shards.containsKey(index + "/" + count)) {
        throw ResultsException.notOnce(
            parts.get(0).root(),
            "is one of " + count + " parts, and part " + index + " is not given");
      }
    }
    requireAll(parts, met);
  }

  private static void requireAll(List<RecordedRun> parts, Set<String> met) {
    RecordedRun first = parts.get(0);
    int planned = 0;
    for (String name : first.whole()) {
      if (name.startsWith(CaseLog.REJECTED)) {
        planned++;
      } else if (!met.contains(name)) {
        throw ResultsException.notOnce(
            first.root(), "is of a suite with the case " + name + ", which no part has run");
      }
    }
    int rejected = parts.stream().mapToInt(part -> part.rejected().size()).sum();
    if (rejected != planned) {
      throw ResultsException.notOnce(
          first.root(),
          "is of a suite with "
              + planned
              + " files that are no scenarios, and the parts have "
              + rejected);
    }
  }

  private static RunIdentity identity(List<RecordedRun> parts) {
    RunIdentity first = parts.get(0).identity();
    Map<String, String> scenarios = new TreeMap<>();
    parts.forEach(part -> scenarios.putAll(part.identity().scenarios()));
    String jdks =
        parts.stream()
            .map(part -> part.identity().jdk())
            .distinct()
            .collect(Collectors.joining("; "));
    return new RunIdentity(
        first.seed(),
        first.commit(),
        scenarios,
        first.options(),
        first.leftOut(),
        jdks,
        first.providers());
  }

  /** All results in the order of the suite; those of one case over several stores stay together. */
  private static List<ScenarioResult> inOrder(List<RecordedRun> parts) {
    Map<String, Integer> places = new HashMap<>();
    parts.get(0).whole().forEach(name -> places.put(name, places.size()));
    List<ScenarioResult> all = new ArrayList<>();
    parts.forEach(part -> all.addAll(part.results()));
    all.sort(Comparator.comparing(result -> places.getOrDefault(result.info().scenario(), 0)));
    return all;
  }

  /** How many cases the suite has, each over one store. */
  public int cases() {
    return results.size();
  }

  /**
   * Writes the results of the whole suite: every chosen report of a run, the directory of each
   * case, and its page. The data of the machines stay with the parts.
   *
   * @param out the results directory, which is none of the parts and not in one
   * @param printing receive every event too
   * @return the totals of the suite
   * @throws ResultsException as {@link ResultsDirectory#open} does, and {@code results.io}
   */
  public RunTotals write(Path out, ReportChoice choice, List<RunListener> printing) {
    parts.forEach(part -> requireApart(out, part.root()));
    try (ResultsDirectory directory = ResultsDirectory.open(out)) {
      directory.clear();
      List<RunListener> listeners = new ArrayList<>(ReportWriter.ofRun(out, choice).values());
      listeners.add(
          CaseLog.begin(out, head(), results.stream().map(ScenarioResult::name).toList()));
      listeners.addAll(printing);
      RunTotals totals = tell(listeners, out);
      copyCases(out);
      return totals;
    } catch (IOException e) {
      throw ResultsException.io(out, e);
    } catch (UncheckedIOException e) {
      throw ResultsException.io(out, new IOException(e.getMessage(), e));
    }
  }

  /** The arguments and options of the whole suite. */
  private ObjectNode head() {
    ObjectNode head = parts.get(0).head().deepCopy();
    head.remove(List.of(CaseLog.SHARD, CaseLog.WHOLE));
    return head;
  }

  private static void requireApart(Path out, Path part) {
    Path one = out.toAbsolutePath().normalize();
    Path other = part.toAbsolutePath().normalize();
    if (one.startsWith(other) || other.startsWith(one)) {
      throw ResultsException.notApart(out, part);
    }
  }

  private RunTotals tell(List<RunListener> listeners, Path out) {
    RunTotals totals = RunTotals.NONE;
    Consumer<RunEvent> all = event -> listeners.forEach(listener -> listener.on(event));
    all.accept(
        new RunEvent.RunStarted(identity, results.stream().map(ScenarioResult::name).toList()));
    for (RecordedRun part : parts) {
      for (RunEvent.ScenarioRejected file : part.rejected()) {
        totals = totals.plusRejected();
        all.accept(file);
      }
    }
    for (ScenarioResult result : results) {
      all.accept(new RunEvent.ScenarioStarted(result.info()));
      result.steps().forEach(step -> all.accept(new RunEvent.StepFinished(result.name(), step)));
      all.accept(new RunEvent.ScenarioFinished(result));
      totals = totals.plus(result);
    }
    all.accept(new RunEvent.RunFinished(identity, totals, out));
    return totals;
  }

  private void copyCases(Path out) throws IOException {
    for (RecordedRun part : parts) {
      for (ScenarioResult result : part.results()) {
        String name = CaseDirectory.of(result.name());
        copy(part.root().resolve(name), out.resolve(name));
      }
      copyPages(part.root().resolve(PAGES), out.resolve(PAGES));
    }
  }

  /** The pages of the parts have the messages, which the ones that were just written lack. */
  private static void copyPages(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from) || !Files.isDirectory(to)) {
      return;
    }
    for (Path page : ResultsFiles.entries(from)) {
      String name = page.getFileName().toString();
      if (!name.equals(INDEX)) {
        Files.copy(page, to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          Files.createDirectories(target);
        } else if (!file.endsWith(ResultsClaim.LOCK)) {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
