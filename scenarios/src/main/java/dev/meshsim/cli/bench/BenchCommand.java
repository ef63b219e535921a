package dev.meshsim.cli.bench;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.cli.console.PathArgument;
import dev.meshsim.cli.console.ProjectDirectory;
import dev.meshsim.error.DidYouMean;
import dev.meshsim.error.IoReason;
import dev.meshsim.error.Quote;
import dev.meshsim.report.bench.suite.BenchGroup;
import dev.meshsim.scenario.run.Software;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mesh-sim bench}. */
@Command(
    name = "bench",
    description = {
      "Runs the benchmarks of a checkout, group by group, and prints each row with its error and its"
          + " ratio to its peers and to the targets of docs/performance.md.",
      "The results are JMH's own files, GROUP.jmh.json; machine.json beside them has the facts of"
          + " the machine, how steady it was, and what failed or is too wide to mean anything."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes: 0 measured (a peer that is not there is named), 1 a benchmark failed, 2 wrong",
      "usage, no checkout or no room, 3 internal error."
    })
public final class BenchCommand implements Callable<Integer> {

  private static final long ROOM = 1_000_000_000;
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Console console;

  @Parameters(
      paramLabel = "GROUP",
      arity = "0..*",
      description = "The groups, see --list. Default: all.")
  private List<String> groups = List.of();

  @Option(names = "--list", description = "Print each group with its question, and run nothing.")
  private boolean list;

  @Option(
      names = "--quick",
      description =
          "About five minutes: the rows that say most, measured briefly. Without it all rows are"
              + " measured as their classes say, in about two hours.")
  private boolean quick;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = PathArgument.class,
      description =
          "The directory of the results, a new one. Default: one with the time as its name below"
              + " target/mesh-sim-bench/ of the project.")
  private @Nullable Path out;

  /** The command, which prints on a console. */
  public BenchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<BenchGroup> chosen = chosen();
    if (list) {
      chosen.forEach(
          group ->
              console.line(String.format(Locale.ROOT, "%-8s %s", group.label(), group.question())));
      return 0;
    }
    Path jar = new BenchmarksJar(ProjectDirectory.path("."), console).require();
    Path results = results();
    BenchmarksJar.requireRoom(results, ROOM);
    BenchmarksJar.requireRoom(Path.of(System.getProperty("java.io.tmpdir")), ROOM);
    BenchRun run = new BenchRun(console, MachineFacts.read(Software.commit()), results, quick);
    int number = 0;
    for (BenchGroup group : chosen) {
      number++;
      run.run(group, jar, number, chosen.size());
    }
    return run.end();
  }

  private List<BenchGroup> chosen() {
    if (groups.isEmpty()) {
      return List.of(BenchGroup.values());
    }
    List<BenchGroup> chosen = new ArrayList<>();
    for (String name : groups) {
      BenchGroup group =
          BenchGroup.named(name)
              .orElseThrow(
                  () ->
                      new InputException(
                          "there is no group " + Quote.text(name),
                          DidYouMean.hint(
                              name,
                              BenchGroup.labels(),
                              "name some of: " + String.join(", ", BenchGroup.labels()))));
      if (!chosen.contains(group)) {
        chosen.add(group);
      }
    }
    return chosen;
  }

  private Path results() {
    Path run = ProjectDirectory.results();
    Path directory =
        out == null
            ? run.resolveSibling(run.getFileName() + "-bench")
                .resolve(NAME.format(World.system().now()))
            : out;
    try {
      if (Files.exists(directory) && !ResultFiles.in(directory).isEmpty()) {
        throw new InputException(
            Quote.of(directory) + " has results already", "name a new directory with --out");
      }
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new InputException(
          Quote.of(directory) + " cannot be made: " + IoReason.of(e), "name another with --out");
    }
  }
}
