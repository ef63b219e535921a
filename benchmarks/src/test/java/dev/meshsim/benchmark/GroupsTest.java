package dev.meshsim.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.bench.BenchResults;
import dev.meshsim.report.bench.JmhReader;
import dev.meshsim.report.bench.suite.BenchGroup;
import dev.meshsim.report.bench.suite.Target;
import dev.meshsim.report.bench.suite.Targets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The command knows groups, targets and peers by names; all of them are benchmarks of this module.
 */
class GroupsTest {

  private static final List<String> NAMES = names();

  private static List<String> names() {
    OutputFormat silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
    return BenchmarkList.defaultList().getAll(silent, List.of()).stream()
        .map(BenchmarkListEntry::getUsername)
        .toList();
  }

  /** A result of each benchmark without parameters, which stands for any parameters. */
  private static BenchResults all() {
    String rows =
        NAMES.stream()
            .map(
                name ->
                    ("{'jmhVersion':'1.37','benchmark':'%s','mode':'avgt','threads':1,"
                            + "'primaryMetric':{'scoreUnit':'ns/op','rawData':[[%s],[1.1]]},"
                            + "'secondaryMetrics':{'rawNanos':{'rawData':[[2.0],[2.0]]},"
                            + "'appendNanos':{'rawData':[[2.0],[2.1]]}}}")
                        .formatted(name, name.endsWith(".plain") ? 0.5 : 1.0))
            .collect(Collectors.joining(",", "[", "]"));
    return JmhReader.read("all", Bytes.utf8(rows.replace('\'', '"')));
  }

  @Test
  void everyBenchmarkIsInAGroup() {
    assertTrue(NAMES.size() > 80, NAMES.size() + " benchmarks");
    for (String name : NAMES) {
      Optional<BenchGroup> group = BenchGroup.of(name);
      assertTrue(group.isPresent(), name);
      assertTrue(Pattern.compile(group.get().fullArguments().get(0)).matcher(name).find(), name);
    }
    assertEquals(
        new TreeSet<>(List.of(BenchGroup.values())),
        NAMES.stream()
            .map(name -> BenchGroup.of(name).orElseThrow())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void aQuickRunChoosesBenchmarksOfItsGroup() {
    for (BenchGroup group : BenchGroup.values()) {
      List<String> arguments = group.quickArguments();
      for (String argument : arguments) {
        if (argument.startsWith("-")) {
          break;
        }
        List<String> chosen =
            NAMES.stream().filter(name -> Pattern.compile(argument).matcher(name).find()).toList();
        assertTrue(!chosen.isEmpty(), argument);
        chosen.forEach(name -> assertEquals(Optional.of(group), BenchGroup.of(name), argument));
      }
    }
  }

  @Test
  void everyTargetIsMeasured() {
    BenchResults all = all();
    for (Target target : Targets.ALL) {
      assertTrue(target.figure().apply(all).isPresent(), target.what());
    }
  }

  /** The questions are where a reader looks for them. */
  @Test
  void everyClassHasAQuestionAndACommandAndIsListed() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    for (String name : NAMES) {
      String type = name.substring(0, name.lastIndexOf('.'));
      Path file = Path.of("src/main/java").resolve(type.replace('.', '/') + ".java");
      String text = Files.readString(file);
      assertTrue(text.contains(" * Question: "), type);
      assertTrue(text.replaceAll("\\s+\\*\\s+", " ").contains("java -jar benchmarks/"), type);
      assertTrue(readme.contains("| `" + type.substring(type.lastIndexOf('.') + 1) + "` |"), type);
    }
  }
}
